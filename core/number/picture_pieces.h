// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/number/cut_path.h"
#include "core/number/extent.h"
#include "core/number/labelled_ink.h"
#include "core/number/score.h"

#include <cstddef>
#include <span>
#include <vector>

namespace digitpad {

/// A part of a picture's ink that lies in one digit: a connected piece or, where one may run
/// through several digits, what lies between two cuts.
struct PicturePiece {
    std::size_t piece = 0; ///< which of the writing's
    std::size_t part = 0;  ///< which of its parts, from the left
    /// In heights of the line, x along the slant of the writing.
    Extent extent;
};

/// A line of writing: its pieces from left to right by their middles, and what lies between each
/// and the next.
struct PictureLine {
    std::vector<PicturePiece> pieces; ///< never empty
    std::vector<Seam> seams;          ///< one less than pieces
};

/// The cuts of one piece.
struct PieceCuts {
    int left = 0; ///< of the piece's box, where the paths' columns and rows are counted from
    int top = 0;
    std::vector<CutPath> paths;

    /// The part that a pixel of the piece lies in.
    [[nodiscard]] std::size_t partAt(int x, int y) const;
};

/// What is written in a picture, divided.
struct DividedPicture {
    std::vector<PieceCuts> cuts;    ///< of every piece of the writing
    std::vector<PictureLine> lines; ///< from top to bottom
};

/// Divides writing into lines and those into pieces; stains beside the digits are left out. `ink`
/// shows it at a resolution that need be no finer than telling digits apart takes.
[[nodiscard]] DividedPicture dividePicture(const LabelledInk& ink);

/// A digit alone, and the box around its ink in the picture that it was cut out of.
struct CutOut {
    Digit digit;
    Box place;
};

/// Some pieces alone. `ink` may be finer than what was divided, by `cell`.
[[nodiscard]] CutOut cutOut(
    const LabelledInk& ink, const std::vector<PieceCuts>& cuts, int cell,
    std::span<const PicturePiece> pieces);

} // namespace digitpad
