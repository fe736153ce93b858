// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/stroke.h"
#include "core/number/extent.h"

#include <cstddef>
#include <vector>

namespace digitpad {

/// A stroke, or a part of one, as it is looked at to separate digits: in units that suit, without
/// points that are not finite.
struct Trace {
    std::size_t stroke = 0;           ///< which of the drawing's
    std::vector<std::size_t> indices; ///< which of the stroke's points each point is
    Stroke points;
    Extent extent; ///< around the points

    void add(std::size_t index, const Point& point);
};

/// The traces of a drawing, scaled so that its long side is 1 and its left upper corner at the
/// origin. Strokes without a finite point have none.
[[nodiscard]] std::vector<Trace> tracesOf(const Ink& ink);

} // namespace digitpad
