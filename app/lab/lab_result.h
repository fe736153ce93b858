// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/comparison.h"
#include "core/engine/prediction.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace digitpad {

class ComparedBars;
class ProgressLine;

/// What has become of a network by its changes: the accuracy of both, and what both say of the
/// drawing.
class LabResult : public QWidget {
    Q_OBJECT

public:
    explicit LabResult(QWidget* parent = nullptr);

    /// What the accuracy is on: "MNIST: test digits". Empty while there are none.
    void setDigits(const QString& title);
    /// Of `total` digits as many as it counts have been read.
    void setComparison(const Comparison& comparison, std::size_t total, bool isChanged);
    void
    setReadings(const std::optional<Prediction>& before, const std::optional<Prediction>& after);
    /// Why there is no changed copy.
    void setProblem(const QString& text);

private:
    QString m_digits;
    QLabel* m_title;
    QLabel* m_accuracy;
    QLabel* m_changes;
    ProgressLine* m_progress;
    ComparedBars* m_reading;
    ComparedBars* m_byDigit;
};

} // namespace digitpad
