// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/prediction.h"

namespace digitpad {

/// What lies between a piece of ink and the next. Lengths are in heights of the line.
struct Seam {
    /// From the rightmost ink on the left to the leftmost on the right; negative where they
    /// overlap.
    double gap = 0;
    double middles = 0; ///< from the middle of the left neighbour to that of the right, across
    double tops = 0;    ///< from the top of one neighbour to that of the other, up or down
    double bottoms = 0; ///< from the bottom of one neighbour to that of the other, up or down
    double cut = 0;     ///< how much ink is cut through to part the two, 0 for none
};

/// How much likelier digits are to be parted there than one to go on: the logarithm of the odds.
[[nodiscard]] double partingScore(const Seam& seam);

/// How likely one digit is to be that wide and high, in heights of the line: a logarithm, but for a
/// constant.
[[nodiscard]] double shapeScore(double width, double height);

/// The logarithm of how likely ink above and ink below are to be one digit rather than two lines.
/// `gap` is between them, in heights of both together.
[[nodiscard]] double stackScore(double gap);

/// What the network's reading adds, from the digit's probability and its score.
[[nodiscard]] double readingScore(const Prediction& prediction);

} // namespace digitpad
