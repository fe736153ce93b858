// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/candidate.h"

#include <algorithm>

namespace digitpad {

namespace {

double priorOf(std::span<const Seam> seams, const PieceRun& run, const Extent& extent)
{
    const double parting = run.first > 0 ? partingScore(seams[run.first - 1]) : 0;
    return parting + shapeScore(extent.width(), extent.height());
}

} // namespace

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
