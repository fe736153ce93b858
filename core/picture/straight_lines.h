// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/plane.h"

#include <vector>

namespace digitpad {

/// A long thin line from left to right.
struct StraightLine {
    std::vector<float> middles; ///< its row in every column of the plane
    float width = 0;            ///< pixels, its faint edges included
    float level = 0;            ///< how much ink it has
    double span = 0;            ///< the part of the plane's width that it was seen along
    bool isAcross = false;      ///< seen from one edge of the plane to the other
};

/// Finds the lines that are at most a twentieth of the plane's long side thick, rise or fall by at
/// most a quarter, bend hardly, and can be followed along at least two fifths of the plane's width,
/// across gaps and what crosses them. Even lines that are fainter than noise are found, for they
/// are followed over the means of strips.
[[nodiscard]] std::vector<StraightLine> straightLines(const Plane& ink);

} // namespace digitpad
