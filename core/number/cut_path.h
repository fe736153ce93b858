// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/plane.h"

#include <vector>

namespace digitpad {

/// A way from top to bottom of a picture of ink along which digits that touch may be cut apart.
struct CutPath {
    std::vector<int> columns; ///< for every row, the first column on the right side
    double ink = 0;           ///< how much it cuts through, pixels of full ink
    int strokes = 0;          ///< how many times it enters ink: through a loop it does so twice
};

/// The ways through the ink (full ink 1, paper 0) that cut through less than others nearby, and
/// through `mostInk` at most, from left to right. No two part the ink in the same way, none leaves
/// one side empty, and they never cross. Time linear in the pixels, for each way.
[[nodiscard]] std::vector<CutPath> findCuts(const Plane& ink, double mostInk);

} // namespace digitpad
