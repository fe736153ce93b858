// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLocale;

namespace digitpad {

/// A probability of 0 to 1 in whole percent: "98 %". A network is never wholly sure, so what would
/// round to 100 is "> 99 %".
[[nodiscard]] QString percentText(float probability, const QLocale& locale);

} // namespace digitpad
