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
    double mass = 0; ///< the sum of its pixels' ink
    /// Around its full ink, that above the threshold; inside out where it has none.
    Box box{std::numeric_limits<int>::max(), std::numeric_limits<int>::max(), 0, 0};
    bool hasFullInk = false;
    bool reachesEdge = false; ///< of the picture
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

} // namespace digitpad
