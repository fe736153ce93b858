// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace digitpad {

/// One number for every pixel, row by row from the top left.
struct Plane {
    int width = 0;
    int height = 0;
    std::vector<float> values;

    Plane() = default;
    Plane(int w, int h, float value = 0)
        : width(w),
          height(h),
          values(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), value)
    {
    }

    [[nodiscard]] std::size_t index(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(x);
    }
    [[nodiscard]] float at(int x, int y) const { return values[index(x, y)]; }
    [[nodiscard]] float& at(int x, int y) { return values[index(x, y)]; }
};

/// Smoothed by the binomial kernel 1-2-1 in both directions, edges repeated.
[[nodiscard]] Plane smoothed(const Plane& plane);

/// Means over squares of `cell` pixels, those at the right and lower edge smaller.
[[nodiscard]] Plane shrunk(const Plane& plane, int cell);

/// The opposite of shrunk: each value lies in the middle of its square, linear in between.
[[nodiscard]] Plane spread(const Plane& plane, int cell, int width, int height);

/// The length of the gradient in every pixel, by differences to the right and down; 0 beyond the
/// edge. Its sum over an ink map is the length of the ink's outline.
[[nodiscard]] Plane gradient(const Plane& plane);

/// The value that a part of `fraction` of the values lies below; 0 for no values.
[[nodiscard]] float quantile(std::vector<float> values, double fraction);

} // namespace digitpad
