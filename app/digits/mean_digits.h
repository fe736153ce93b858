// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"

#include <QWidget>

#include <array>

namespace digitpad {

/// The mean of each digit, in a row below the bars of BalanceBars. A click chooses a digit; with
/// the keyboard it is chosen in the bars.
class MeanDigits : public QWidget {
    Q_OBJECT

public:
    explicit MeanDigits(QWidget* parent = nullptr);

    void setMeans(const std::array<Glyph, 10>& means);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void clicked(int digit);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] double columnWidth() const;

    std::array<Glyph, 10> m_means{};
};

} // namespace digitpad
