// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace digitpad {

/// A pen position. x grows to the right, y grows down, in any unit that is the same for a whole
/// drawing (pixels of a canvas, units of a tablet).
struct Point {
    double x = 0;
    double y = 0;

    friend bool operator==(const Point&, const Point&) = default;
};

/// What the pen drew between touching the paper and leaving it.
using Stroke = std::vector<Point>;

/// A drawing: its strokes in the order they were drawn.
using Ink = std::vector<Stroke>;

} // namespace digitpad
