// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/number/number.h"

#include <QRectF>
#include <QString>

#include <vector>

class QLocale;

namespace digitpad {

/// All digits of a number in reading order.
[[nodiscard]] std::vector<NumberDigit> digitsOf(const Number& number);
/// As people read them; lines are parted by line breaks.
[[nodiscard]] QString digitsText(const Number& number, const QLocale& locale);
/// How sure the network is of all of it, or why not: "98 % sure".
[[nodiscard]] QString captionOf(const Number& number, const QLocale& locale);
/// Where a digit stands.
[[nodiscard]] QRectF boxOf(const NumberDigit& digit);

} // namespace digitpad
