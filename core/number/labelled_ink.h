// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/digit.h"

#include <vector>

namespace digitpad {

/// What is written in a picture, with each pixel's piece.
struct LabelledInk {
    Plane ink;               ///< full ink 1, paper 0
    std::vector<int> labels; ///< for every pixel the index of its piece, or kNoPiece
    std::vector<Box> boxes;  ///< around each piece
};

/// The writing with its pieces alone, counted from 0.
[[nodiscard]] LabelledInk labelled(const Writing& writing, const Pieces& pieces);

/// The same with squares of `cell` pixels made one, that of the piece with the most ink there.
[[nodiscard]] LabelledInk shrunk(const LabelledInk& ink, int cell);

} // namespace digitpad
