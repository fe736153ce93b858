// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/ink_map.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace digitpad {

/// Pixels from left to right and top to bottom, right and bottom excluded.
struct Box {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    [[nodiscard]] int width() const { return right - left; }
    [[nodiscard]] int height() const { return bottom - top; }
    [[nodiscard]] int longSide() const { return std::max(width(), height()); }
};

/// The smallest box around two.
[[nodiscard]] Box around(const Box& a, const Box& b);

/// A connected piece of ink.
struct Piece {
    double mass = 0;     ///< the sum of its pixels' ink
    double fullMass = 0; ///< the same of those above the threshold
    int fullPixels = 0;  ///< how many are above the threshold
    double slopes = 0;   ///< the sum of its pixels' gradients
    double squaredSlopes = 0;
    /// Around its full ink, that above the threshold; inside out where it has none.
    Box box{std::numeric_limits<int>::max(), std::numeric_limits<int>::max(), 0, 0};
    bool reachesEdge = false; ///< of the picture

    [[nodiscard]] bool hasFullInk() const { return fullPixels > 0; }
    /// About how wide its strokes are, pixels: a long one has its width times its length as area,
    /// twice its length as outline, less what lies below half the threshold. 0 where nothing
    /// slopes.
    [[nodiscard]] double strokeWidth() const { return slopes > 0 ? 2 * mass / slopes : 0; }
    /// How wide its edges are, pixels: the width of a ramp from 0 to its mean full ink that has the
    /// same sums of slopes and of squared slopes. 0 without full ink.
    [[nodiscard]] double edgeWidth() const
    {
        return hasFullInk() && squaredSlopes > 0 ? fullMass / fullPixels * slopes / squaredSlopes
                                                 : 0;
    }
};

/// What is no piece's.
inline constexpr int kNoPiece = -1;

struct Pieces {
    std::vector<int> labels; ///< for every pixel the index of its piece, or kNoPiece
    std::vector<Piece> pieces;
};

/// The pieces (8-connected) of all that is above half the threshold: a weak stroke holds together
/// there that falls apart above it. Takes time linear in the pixels.
[[nodiscard]] Pieces findPieces(const InkMap& map);

/// Raises a map's threshold to half of the mean ink above it (T. W. Ridler, S. Calvard 1978) in the
/// strongest large piece that lies whole inside: where paper is coarse or the light uneven, their
/// edges pull the threshold down until they count as ink themselves.
void raiseThreshold(InkMap& map);

} // namespace digitpad
