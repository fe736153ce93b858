// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>
#include <vector>

class QLocale;

namespace digitpad {

/// Rounds what adds up to `sum` so that it still does: each number, times 10 to the `decimals`, up
/// or down to a whole one, and those up that are nearest to it (the method of largest remainders).
/// The result is in those whole ones; its total is `sum` rounded, if `numbers` do add up to it.
[[nodiscard]] std::vector<qint64>
roundedToAddUp(std::span<const double> numbers, double sum, int decimals);

/// "+1.250", "-0.031", "0.000".
[[nodiscard]] QString signedText(double number, int decimals, const QLocale& locale);
/// The same of a rounded number.
[[nodiscard]] QString signedText(qint64 rounded, int decimals, const QLocale& locale);

} // namespace digitpad
