// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/stroke.h"

#include <vector>

namespace digitpad {

/// One way of writing a digit, as a skeleton: each stroke is a list of points that a smooth curve
/// goes through, in a box of 100 × 100 with y down. A point given twice is a corner, where the
/// curve ends and another begins without lifting the pen.
struct DigitShape {
    double share = 1; ///< how often it is written, relative to the digit's other ways
    Ink skeleton;
};

/// The ways of writing a digit, 0 to 9; never empty.
[[nodiscard]] const std::vector<DigitShape>& digitShapes(int digit);

} // namespace digitpad
