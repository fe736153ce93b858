// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/inside/inside_view.h"
#include "app/inside/why_strokes.h"
#include "core/engine/change_of_mind.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QRadioButton;
class QSpinBox;
class QVBoxLayout;

namespace digitpad {

/// What would change the network's mind: looks for the fewest touches, and for the shortest stroke
/// to leave out, with which what lies on the pad is read as another digit.
class WhyMind : public QWidget {
    Q_OBJECT

public:
    explicit WhyMind(QWidget* parent = nullptr);

    void setModel(const std::shared_ptr<const OpenModel>& model);
    /// What was found for another one is forgotten.
    void setReading(const std::shared_ptr<const LiveReading>& reading);

    struct Found {
        std::optional<ChangeOfMind> touches;
        std::optional<LeftOut> stroke;
        ChangeOptions options;
    };
    /// Nothing before a search has ended.
    [[nodiscard]] const std::optional<Found>& found() const { return m_found; }
    [[nodiscard]] bool isSearching() const { return m_search.isBusy(); }

    enum class Preview { Nothing, Changed, Without };
    [[nodiscard]] Preview preview() const { return m_preview; }
    void setPreview(Preview preview);

    [[nodiscard]] ChangeOptions options() const;
    void setOptions(const ChangeOptions& options);

Q_SIGNALS:
    void previewChanged();
    void toPad(const digitpad::PadContent& content);
    void problem(const QString& text);
    /// isSearching() or found() or options().
    void changed();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeActions();
    void addOptions(QVBoxLayout* layout);
    void updateActions();
    void search();
    void finish(const Result<Found>& found);
    void forget();
    void showFound();
    [[nodiscard]] PadContent content() const;
    [[nodiscard]] QString touchesText() const;
    [[nodiscard]] QString strokeText() const;

    QComboBox* m_digit;
    QCheckBox* m_add;
    QCheckBox* m_rubOut;
    QSpinBox* m_side;
    QLabel* m_result;
    QRadioButton* m_none;
    QRadioButton* m_touches;
    QRadioButton* m_stroke;
    QAction* m_find = nullptr;
    QAction* m_show = nullptr;

    std::shared_ptr<const OpenModel> m_model;
    std::shared_ptr<const LiveReading> m_reading;
    Background m_search;
    std::optional<Found> m_found;
    Preview m_preview = Preview::Nothing;
};

} // namespace digitpad
