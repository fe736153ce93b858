// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/training.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QSettings;
class QToolButton;

namespace digitpad {

/// The options of the training that the reference recipe does without, folded away until asked for.
class MoreOptions : public QWidget {
    Q_OBJECT

public:
    explicit MoreOptions(QWidget* parent = nullptr);

    void setOptions(const TrainingOptions& options);
    /// Changes the options to what is chosen here, and leaves the others.
    void applyTo(TrainingOptions& options) const;

    /// Changes the options to what was saved; where nothing was, they stay.
    void restore(const QSettings& settings, TrainingOptions& options);
    void save(QSettings& settings) const;

    [[nodiscard]] bool isOpen() const;

Q_SIGNALS:
    void changed();
    /// There is more to be seen now.
    void unfolded();

private:
    void setUpFields();
    QWidget* arrangeFields();
    void setOpen(bool open);

    QToolButton* m_open;
    QWidget* m_fields;
    QCheckBox* m_augmentation;
    QCheckBox* m_schedule;
    QDoubleSpinBox* m_weightDecay;
    QDoubleSpinBox* m_labelSmoothing;
    QDoubleSpinBox* m_averaging;
};

/// Whether two recipes agree in what is chosen here.
[[nodiscard]] bool sameMoreOptions(const TrainingOptions& a, const TrainingOptions& b);

} // namespace digitpad
