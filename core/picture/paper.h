// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/plane.h"

namespace digitpad {

/// The side, in pixels, of the squares that one value each is estimated for.
[[nodiscard]] int fieldCell(const Plane& brightness);

/// How bright the paper is in every pixel of a picture with dark ink on light paper, ink filled in:
/// a grey closing (Serra 1982) with a square wider than any stroke and narrower than a shadow. It
/// keeps slopes and steps of the light, and lies too high where a dark corner is narrower than the
/// square; refinedPaper mends that.
[[nodiscard]] Plane roughPaper(const Plane& brightness);

/// The same from the pixels known not to be ink: their local means, carried on smoothly under the
/// ink. `ink` is above `threshold` where there is ink.
[[nodiscard]] Plane refinedPaper(const Plane& brightness, const Plane& ink, float threshold);

} // namespace digitpad
