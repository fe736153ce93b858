// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace digitpad {

/// A run of a line's pieces that may be one digit: pieces `first` to before `end`.
struct PieceRun {
    std::size_t first = 0;
    std::size_t end = 0;
};

/// Divides pieces 0 to `count` into runs so that the sum of the runs' scores (logarithms of
/// probabilities, any finite numbers) is the greatest. Gives the indices of the chosen runs from
/// left to right; nothing where no choice of runs covers all pieces. Takes time linear in the runs.
[[nodiscard]] std::vector<std::size_t>
bestPath(std::size_t count, std::span<const PieceRun> runs, std::span<const double> scores);

} // namespace digitpad
