// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/damage/damage_curves.h"
#include "app/inside/open_model.h"

#include <QList>
#include <QStringList>
#include <QWidget>

class QCheckBox;
class QHBoxLayout;

namespace digitpad {

/// Which models curves are drawn of: the one in use, those that the program carries, and others
/// from files.
class CurveModels : public QWidget {
    Q_OBJECT

public:
    static constexpr int kMost = 5; ///< as many as there are colours

    explicit CurveModels(QWidget* parent = nullptr);

    /// The one in use; where it is one of the others, it is not offered twice.
    void setModel(const std::shared_ptr<const OpenModel>& model);
    /// Another one, ticked. Nothing happens where it is there already, or too many are.
    void add(const QString& file);
    /// The model of this id cannot be used.
    void remove(const QString& id);
    [[nodiscard]] bool isFull() const { return m_choices.size() >= kMost; }

    /// Those that are ticked; the first is the one in use where that is.
    [[nodiscard]] std::vector<CurveModel> models() const;

    /// What goes to another machine: of "in-use", "convnet" and "simple-nn" those that are ticked.
    [[nodiscard]] static const QStringList& knownIds();
    [[nodiscard]] QStringList ids() const;
    void setIds(const QStringList& ids);

Q_SIGNALS:
    void changed();

private:
    struct Choice {
        CurveModel model;
        QCheckBox* box;
    };
    void addChoice(const CurveModel& model);

    std::shared_ptr<const OpenModel> m_inUse;
    QHBoxLayout* m_row;
    QList<Choice> m_choices;
};

} // namespace digitpad
