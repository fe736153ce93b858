// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/plane.h"

namespace digitpad {

/// The side, in pixels, of the squares that one value each is estimated for.
[[nodiscard]] int fieldCell(const Plane& brightness);

/// Between what the brightness of the paper lies in every pixel: the same twice where the light is
/// smooth; on both sides of a step, such as the edge of a shadow, that of either side.
struct Paper {
    Plane darkest;
    Plane lightest;
};

/// How bright the paper is in every pixel of a picture with dark ink on light paper, ink filled in:
/// a grey closing (Serra 1982) with a square of `part` of the picture's mean side. It keeps slopes
/// and steps of the light, the edges of shadows and of the paper itself, and lies too high where
/// something dark is narrower than the square; for a corner refinedPaper mends that.
[[nodiscard]] Paper roughPaper(const Plane& brightness, double part);

/// The same from the pixels known not to be ink: their local means, carried on smoothly under the
/// ink. `ink` is above `threshold` where there is ink.
[[nodiscard]] Paper refinedPaper(const Plane& brightness, const Plane& ink, float threshold);

} // namespace digitpad
