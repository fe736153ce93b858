// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/stroke.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace digitpad {

/// The rectangle around points; inside out where there are none.
struct Extent {
    double left = std::numeric_limits<double>::infinity();
    double top = std::numeric_limits<double>::infinity();
    double right = -std::numeric_limits<double>::infinity();
    double bottom = -std::numeric_limits<double>::infinity();

    void add(double x, double y) { add(Extent{x, y, x, y}); }
    void add(const Extent& other)
    {
        left = std::min(left, other.left);
        top = std::min(top, other.top);
        right = std::max(right, other.right);
        bottom = std::max(bottom, other.bottom);
    }
    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
};

/// Points may be anything that a file holds.
[[nodiscard]] inline bool isFinite(const Point& point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

/// Around a drawing's finite points.
[[nodiscard]] inline Extent extentOf(const Ink& ink)
{
    Extent extent;
    for (const Stroke& stroke : ink) {
        for (const Point& point : stroke) {
            if (isFinite(point)) {
                extent.add(point.x, point.y);
            }
        }
    }
    return extent;
}

} // namespace digitpad
