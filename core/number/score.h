// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/prediction.h"

namespace digitpad {

/// What lies between a piece of ink and the next. Lengths are in heights of the line.
struct Seam {
    /// From the rightmost ink on the left to the leftmost on the right; negative where they
    /// overlap.
    double gap = 0;
    double distance = 0; ///< the shortest from ink to ink, at least 0
    double middles = 0;  ///< from the middle of the left neighbour to that of the right, across
    double tops = 0;     ///< from the top of one neighbour to that of the other, up or down
    double bottoms = 0;  ///< from the bottom of one neighbour to that of the other, up or down
    bool isCut = false;  ///< whether a line of ink runs across
};

/// The logarithm of how likely digits are to be parted there (or to go on there).
[[nodiscard]] double seamScore(const Seam& seam, bool isParted);

/// The logarithm of how likely one digit is to be that wide and high, in heights of the line,
/// but for a constant.
[[nodiscard]] double shapeScore(double width, double height);

/// The logarithm of how likely ink above and ink below are to be one digit rather than two lines.
/// `gap` is between them, in heights of both together.
[[nodiscard]] double stackScore(double gap);

/// What the network's reading adds: the logarithms of the digit's probability and of its score.
[[nodiscard]] double readingScore(const Prediction& prediction);

} // namespace digitpad
