// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/plane.h"
#include "core/picture/prepare.h"

namespace digitpad {

/// The long side that finding ink works on, pixels. Enough for a digit that takes a thirtieth of
/// its picture, and it bounds time and memory for pictures of any size.
inline constexpr int kWorkingSide = 1024;

/// The channels of a picture or of a part of it, 0 to 1.
struct Colours {
    Plane red;
    Plane green;
    Plane blue;
    Plane alpha;  ///< 1 = opaque
    int left = 0; ///< where the part begins, pixels of the picture
    int top = 0;
    int cell = 1; ///< pixels of the picture that went into one of these, on a side
};

/// Shrinks a picture by averaging whole pixels, so that its long side is at most kWorkingSide.
/// Where a pixel is transparent its colour does not count; where all are it is black.
[[nodiscard]] Colours coloursOf(const PictureView& picture);

/// Every channel shrunk to means over squares of `cell` pixels.
[[nodiscard]] Colours shrunk(const Colours& colours, int cell);

} // namespace digitpad
