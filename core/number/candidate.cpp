// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/candidate.h"

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

// Pieces on each side of a seam that may reach across.
constexpr std::size_t kNeighbours = 4;

double priorOf(std::span<const Seam> seams, const PieceRun& run, const Extent& extent)
{
    const double parting = run.first > 0 ? partingScore(seams[run.first - 1]) : 0;
    return parting + shapeScore(extent.width(), extent.height());
}

} // namespace

std::vector<Seam> seamsBetween(
    std::span<const Extent> pieces,
    const std::function<double(std::size_t, std::size_t)>& cutBetween)
{
    std::vector<Seam> seams;
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
        const Extent& before = pieces[i];
        const Extent& after = pieces[i + 1];
        Seam seam{
            .gap = 0,
            .middles = (after.left + after.right - before.left - before.right) / 2,
            .tops = std::abs(after.top - before.top),
            .bottoms = std::abs(after.bottom - before.bottom),
            .cut = 0};
        Extent left;
        Extent right;
        const std::size_t end = std::min(i + 1 + kNeighbours, pieces.size());
        for (std::size_t a = i + 1 - std::min(i + 1, kNeighbours); a <= i; ++a) {
            left.add(pieces[a]);
            for (std::size_t b = i + 1; b < end; ++b) {
                right.add(pieces[b]);
                seam.cut = std::max(seam.cut, cutBetween(a, b));
            }
        }
        seam.gap = right.left - left.right;
        seams.push_back(seam);
    }
    return seams;
}

std::vector<CandidateRun> candidateRuns(std::span<const Extent> pieces, std::span<const Seam> seams)
{
    std::vector<CandidateRun> runs;
    for (std::size_t first = 0; first < pieces.size(); ++first) {
        Extent extent;
        const std::size_t end = std::min(first + kMostPieces, pieces.size());
        for (std::size_t i = first; i < end; ++i) {
            extent.add(pieces[i]);
            if (i > first && extent.width() > kWidest) {
                break;
            }
            const PieceRun run{.first = first, .end = i + 1};
            runs.push_back({.run = run, .prior = priorOf(seams, run, extent)});
        }
    }
    return runs;
}

LineReading readLine(
    std::size_t pieces, std::span<const CandidateRun> runs, std::span<const Prediction> predictions)
{
    std::vector<PieceRun> pieceRuns;
    std::vector<double> scores;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        pieceRuns.push_back(runs[i].run);
        scores.push_back(runs[i].prior + readingScore(predictions[i]));
    }
    LineReading reading{.chosen = bestPath(pieces, pieceRuns, scores), .score = 0};
    for (const std::size_t i : reading.chosen) {
        reading.score += scores[i];
    }
    return reading;
}

} // namespace digitpad
