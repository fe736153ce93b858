// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/stroke.h"
#include "core/number/score.h"
#include "core/number/trace.h"

#include <cstddef>
#include <vector>

namespace digitpad {

/// A part of a drawing that lies in one digit: points `first` to before `end` of a stroke, the
/// whole of it or, where one may run through several digits, a part.
struct InkPiece {
    std::size_t stroke = 0;
    std::size_t first = 0;
    std::size_t end = 0;
    /// In heights of the line, x along the slant of the writing, so that slanted neighbours stand
    /// apart.
    Extent extent;
};

/// A line of writing: its pieces from left to right by their middles, and what lies between each
/// and the next.
struct InkLine {
    std::vector<InkPiece> pieces; ///< never empty
    std::vector<Seam> seams;      ///< one less than pieces
    double top = 0;               ///< of all its ink, in the drawing's units
    double bottom = 0;            ///< of all its ink, in the drawing's units
};

/// More strokes than that are taken for no number: they are not divided.
inline constexpr std::size_t kMostStrokes = 1000;

/// Divides a drawing into lines, from top to bottom, and those into pieces. Strokes without a
/// finite point are left out. No line where there is nothing, or more than kMostStrokes. Takes time
/// linear in the points and quadratic in the strokes.
[[nodiscard]] std::vector<InkLine> findInkLines(const Ink& ink);

} // namespace digitpad
