// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace digitpad {

/// A field for numbers that may be very small: shows 0.001 as 0.001, not as 0.001000.
class RateBox : public QDoubleSpinBox {
public:
    explicit RateBox(QWidget* parent = nullptr);

    [[nodiscard]] QString textFromValue(double value) const override;
};

} // namespace digitpad
