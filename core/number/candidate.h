// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/number/best_path.h"
#include "core/number/extent.h"
#include "core/number/number.h"
#include "core/number/score.h"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace digitpad {

// No digit is written in more pieces than that, and none is wider, in heights of its line.
inline constexpr std::size_t kMostPieces = 6;
inline constexpr double kWidest = 2;
// How high digits on both sides of a cut through one piece are at least, in heights of the line.
inline constexpr double kLeastCutHeight = 0.45;
// What the stem of a letter reads as, where the letter is taken apart.
inline constexpr int kStem = 1;

/// What lies between each piece of a line and the next. `cutBetween(a, b)` is how much ink is cut
/// through between two pieces of one stroke or one connected piece of ink, 0 for others.
[[nodiscard]] std::vector<Seam> seamsBetween(
    std::span<const Extent> pieces,
    const std::function<double(std::size_t, std::size_t)>& cutBetween);

/// A run of a line's pieces that may be one digit.
struct CandidateRun {
    PieceRun run;
    double prior = 0; ///< what is known of it before it is read: its shape, the seam before
};

/// Every run of a line's pieces that may be a digit; each piece alone is among them. `seams` has
/// one less than there are pieces.
[[nodiscard]] std::vector<CandidateRun>
candidateRuns(std::span<const Extent> pieces, std::span<const Seam> seams);

struct LineReading {
    std::vector<std::size_t> chosen; ///< which runs, from left to right
    double score = 0;
};

/// The line of `pieces` pieces as its candidates and their readings make the most of it.
[[nodiscard]] LineReading readLine(
    std::size_t pieces, std::span<const CandidateRun> runs,
    std::span<const Prediction> predictions);

} // namespace digitpad
