// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/stroke.h"

#include <span>
#include <string_view>
#include <vector>

namespace digitpad {

/// One way of writing something, as a skeleton: each stroke is a list of points that a smooth curve
/// goes through, in a box of 100 × 100 with y down. A point given twice is a corner, where the
/// curve ends and another begins without lifting the pen.
struct Shape {
    double share = 1; ///< how often it is written, relative to the other ways
    Ink skeleton;
};

using Shapes = std::vector<Shape>;

/// Something people draw, and the ways of drawing it; never none.
struct Character {
    std::string_view name;
    Shapes ways;
};

/// A way of drawing a character in short, for tables. The skeleton is words parted by spaces:
///
///     12,50               a point
///     12,50^              a corner
///     @50,50,40,30,0,12   a part of the ellipse around 50,50 with the radii 40 and 30, from one
///                         hour of a clock face to another; backwards where the second is less
///     |                   the pen is lifted
///
/// A straight line between corners or ends gets a point in its middle, to bend at.
struct TableShape {
    std::string_view name;
    double share = 1;
    std::string_view skeleton;
};

/// The characters of a table whose names outlive them; ways of the same name stand together.
/// Throws std::invalid_argument where a skeleton is not as described.
[[nodiscard]] std::vector<Character> charactersOf(std::span<const TableShape> table);

} // namespace digitpad
