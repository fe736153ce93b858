// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"

#include <array>
#include <cstddef>

namespace digitpad {

/// 28×28 grey levels on their way through several changes, laid out as a glyph's: 0 paper to 255
/// ink, beyond which they are cut when they become a glyph again.
using Grey = std::array<float, Glyph::kPixels>;

inline constexpr double kGreyMiddle = (Glyph::kSide - 1) / 2.0; ///< column and row

[[nodiscard]] constexpr std::size_t greyAt(int x, int y)
{
    return static_cast<std::size_t>(y) * Glyph::kSide + static_cast<std::size_t>(x);
}

[[nodiscard]] Grey greyOf(const Glyph& glyph);
[[nodiscard]] Glyph glyphOf(const Grey& grey);

/// The level at a place between pixels, linear; paper beyond the edge.
[[nodiscard]] float sample(const Grey& grey, double x, double y);

/// A change of shape about the middle: where in the old picture each pixel of the new one comes
/// from.
struct Warp {
    double rotation = 0; ///< radians, clockwise
    double shear = 0;
    double scaleX = 1;
    double scaleY = 1;
    double shiftX = 0;               ///< pixels to the right
    double shiftY = 0;               ///< and down
    static constexpr int kKnots = 5; ///< of the elastic part's grid, a side
    std::array<std::array<double, 2>, std::size_t{kKnots} * kKnots> bend{};
    bool bends = false;
};

/// The displacement between the grid's knots, smooth: cosine weights.
[[nodiscard]] std::array<double, 2> bendAt(const Warp& warp, int x, int y);

/// Resampled once.
[[nodiscard]] Grey warped(const Grey& grey, const Warp& warp);

/// The greatest (or least) of each pixel and its four neighbours.
template <class Choose> [[nodiscard]] Grey neighbours(const Grey& grey, const Choose& choose)
{
    Grey result = grey;
    for (int y = 0; y < Glyph::kSide; ++y) {
        for (int x = 0; x < Glyph::kSide; ++x) {
            float& value = result[greyAt(x, y)];
            value = choose(value, x > 0 ? grey[greyAt(x - 1, y)] : 0.0F);
            value = choose(value, x + 1 < Glyph::kSide ? grey[greyAt(x + 1, y)] : 0.0F);
            value = choose(value, y > 0 ? grey[greyAt(x, y - 1)] : 0.0F);
            value = choose(value, y + 1 < Glyph::kSide ? grey[greyAt(x, y + 1)] : 0.0F);
        }
    }
    return result;
}

/// Draws over what is there along a line from one point to another: `value` inside `radius`.
void drawLine(Grey& grey, double x1, double y1, double x2, double y2, double radius, float value);

} // namespace digitpad
