// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QPalette;

namespace digitpad {

/// The colour of a digit, 0 to 9, among the ten. They stay apart for colour-blind eyes, as far as
/// ten colours can: what tells digits apart must say which they are in another way, too.
[[nodiscard]] QColor digitColour(int digit, const QPalette& palette);

} // namespace digitpad
