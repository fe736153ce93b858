// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/plane.h"
#include "core/picture/prepare.h"

namespace digitpad {

/// The long side that finding ink works on, pixels. Enough for a digit that takes a thirtieth of
/// its picture, and it bounds time and memory for pictures of any size.
inline constexpr int kWorkingSide = 1024;

/// A picture's channels, 0 to 1.
struct Colours {
    Plane red;
    Plane green;
    Plane blue;
    Plane alpha; ///< 1 = opaque
};

/// Shrinks a picture by averaging whole pixels, so that its long side is at most kWorkingSide.
/// Where a pixel is transparent its colour does not count; where all are it is black.
[[nodiscard]] Colours coloursOf(const PictureView& picture);

/// Every channel shrunk to means over squares of `cell` pixels.
[[nodiscard]] Colours shrunk(const Colours& colours, int cell);

} // namespace digitpad
