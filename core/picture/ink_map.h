// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/colours.h"
#include "core/picture/plane.h"

namespace digitpad {

/// A part of a picture, in its pixels.
struct PicturePart {
    int left = 0;
    int top = 0;
    int right = 0; ///< excluded
    int bottom = 0;
};

/// Where the ink of a picture is.
struct InkMap {
    Plane ink;           ///< 0 = paper; grows with ink, about twice the threshold where it covers
    float threshold = 0; ///< half of what full ink has; above 0
    int left = 0;        ///< where the map begins in its picture, in the picture's pixels
    int top = 0;
    int cell = 1;        ///< pixels of the picture that one of the map's stands for, on a side
    PicturePart paper{}; ///< what was found to be paper, without the table around it
    int ranks = 1;       ///< how many ways to see the picture are plausible, this one among them
};

/// Tells ink from paper. Where transparency carries the shape, opaque is ink. Otherwise the paper's
/// brightness is estimated in every pixel and ink is what differs from it: darker or lighter,
/// whichever makes of the rest a plausible paper; in lightness, or in the colour channel that shows
/// it much more clearly. The light may be uneven. What surrounds the paper and lines printed on it
/// are taken off. Noise alone still has a map, of poor clarity. `rank` chooses among the plausible
/// ways to see the picture, from 0 for the most plausible; what is beyond them gives the last.
[[nodiscard]] InkMap findInk(const Colours& colours, int rank = 0);

/// The threshold that lies half-way up the edges: the mean over all pixels weighted by the squared
/// gradient. Unlike Otsu's it does not move when there is little ink on much paper (the simple
/// image statistic of Kittler, Illingworth and Föglein 1985). 0 for a plane without edges.
[[nodiscard]] float edgeThreshold(const Plane& plane);

} // namespace digitpad
