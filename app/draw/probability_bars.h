// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/prediction.h"

#include <QVariantAnimation>
#include <QWidget>

#include <array>
#include <optional>

namespace digitpad {

/// How sure the network is of each digit: ten bars, always in the order 0 to 9, the winner in the
/// accent colour. Bars move to a new prediction, they never jump.
class ProbabilityBars : public QWidget {
    Q_OBJECT

public:
    explicit ProbabilityBars(QWidget* parent = nullptr);

    /// Nothing: all bars at zero and no percentages.
    void setPrediction(const std::optional<Prediction>& prediction);

    [[nodiscard]] const std::optional<Prediction>& prediction() const { return m_prediction; }
    /// How long a digit's bar is drawn now, 0 to 1.
    [[nodiscard]] float length(int digit) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    using Lengths = std::array<float, 10>;

    void paintRow(QPainter& painter, int digit, const QRectF& row) const;
    void measure();
    void describeToReaders();

    std::optional<Prediction> m_prediction;
    Lengths m_from{};
    Lengths m_shown{};
    Lengths m_to{};
    QVariantAnimation m_motion;
    int m_digitWidth = 0;
    int m_percentWidth = 0;
};

} // namespace digitpad
