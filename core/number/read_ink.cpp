// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/number.h"

#include "core/ink/render.h"
#include "core/number/best_path.h"
#include "core/number/ink_pieces.h"
#include "core/number/score.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

namespace digitpad {

namespace {

// No digit is written in more pieces than that, and none is wider, in heights of its line.
constexpr std::size_t kMostPieces = 6;
constexpr double kWidest = 2;

/// The strokes of a run of pieces, in the order in which they were drawn. What was cut goes
/// together again.
Ink inkOf(const Ink& ink, std::span<const InkPiece> pieces)
{
    std::vector<InkPiece> parts(pieces.begin(), pieces.end());
    std::ranges::sort(
        parts, {}, [](const InkPiece& part) { return std::pair(part.stroke, part.first); });
    Ink result;
    const InkPiece* before = nullptr;
    for (const InkPiece& part : parts) {
        const bool goesOn =
            before != nullptr && before->stroke == part.stroke && before->end == part.first;
        if (!goesOn) {
            result.emplace_back();
        }
        const auto stroke = ink[part.stroke].begin();
        result.back().insert(
            result.back().end(), stroke + static_cast<std::ptrdiff_t>(part.first),
            stroke + static_cast<std::ptrdiff_t>(part.end));
        before = &part;
    }
    return result;
}

Area areaOf(const Ink& ink)
{
    Extent extent;
    for (const Stroke& stroke : ink) {
        for (const Point& point : stroke) {
            if (std::isfinite(point.x) && std::isfinite(point.y)) {
                extent.add(point.x, point.y);
            }
        }
    }
    return {extent.left, extent.top, extent.right, extent.bottom};
}

/// What may be one digit.
struct Candidate {
    PieceRun run;
    double prior = 0; // what is known of it before it is read
    Ink ink;
    Glyph glyph;
};

/// The score of a run's shape and of the seams around and in it. A seam between two runs counts
/// for the right one.
double priorOf(const InkLine& line, const PieceRun& run, const Extent& extent)
{
    double prior = shapeScore(extent.width(), extent.height());
    if (run.first > 0) {
        prior += seamScore(line.seams[run.first - 1], true);
    }
    for (std::size_t i = run.first; i + 1 < run.end; ++i) {
        prior += seamScore(line.seams[i], false);
    }
    return prior;
}

/// Every run of pieces that may be a digit; those of one piece always are among them.
std::vector<Candidate> candidatesIn(const InkLine& line, const Ink& ink)
{
    std::vector<Candidate> candidates;
    for (std::size_t first = 0; first < line.pieces.size(); ++first) {
        Extent extent;
        const std::size_t end = std::min(first + kMostPieces, line.pieces.size());
        for (std::size_t i = first; i < end; ++i) {
            extent.add(line.pieces[i].extent);
            if (i > first && extent.width() > kWidest) {
                break;
            }
            const PieceRun run{.first = first, .end = i + 1};
            Ink strokes = inkOf(ink, std::span(line.pieces).subspan(first, run.end - first));
            const Glyph glyph = renderInk(strokes);
            candidates.push_back(
                {.run = run,
                 .prior = priorOf(line, run, extent),
                 .ink = std::move(strokes),
                 .glyph = glyph});
        }
    }
    return candidates;
}

struct Reading {
    std::vector<NumberDigit> digits;
    double score = 0;
};

NumberDigit digitOf(const Candidate& candidate, const Prediction& prediction)
{
    return {.box = areaOf(candidate.ink), .glyph = candidate.glyph, .prediction = prediction};
}

/// The line as its candidates and their readings make the most of it.
Reading bestReading(
    std::size_t pieces, std::span<const Candidate> candidates,
    std::span<const Prediction> predictions)
{
    std::vector<PieceRun> runs;
    std::vector<double> scores;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        runs.push_back(candidates[i].run);
        scores.push_back(candidates[i].prior + readingScore(predictions[i]));
    }
    Reading reading;
    for (const std::size_t i : bestPath(pieces, runs, scores)) {
        reading.digits.push_back(digitOf(candidates[i], predictions[i]));
        reading.score += scores[i];
    }
    return reading;
}

/// All of the ink as one digit.
Candidate wholeOf(const Ink& ink, double prior)
{
    return {.run = {}, .prior = prior, .ink = ink, .glyph = renderInk(ink)};
}

/// A drawing of a few strokes may be one digit though they stand above each other, as the two rings
/// of an 8 do. None where that cannot be.
std::optional<Candidate> wholeOfLines(std::span<const InkLine> lines, const Ink& ink)
{
    std::size_t pieces = 0;
    for (const InkLine& line : lines) {
        pieces += line.pieces.size();
    }
    if (lines.size() < 2 || pieces > kMostPieces) {
        return std::nullopt;
    }
    const Area area = areaOf(ink);
    const double height = area.bottom - area.top;
    if (!(height > 0 && std::isfinite(height))) {
        return std::nullopt;
    }
    double prior = shapeScore((area.right - area.left) / height, 1);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        prior += stackScore((lines[i].top - lines[i - 1].bottom) / height);
    }
    return wholeOf(ink, prior);
}

} // namespace

Result<Number> readNumber(const Model& model, const Ink& ink)
{
    const std::vector<InkLine> lines = findInkLines(ink);
    std::vector<std::vector<Candidate>> candidates;
    for (const InkLine& line : lines) {
        candidates.push_back(candidatesIn(line, ink));
    }
    std::optional<Candidate> whole = lines.empty() ? wholeOf(ink, 0) : wholeOfLines(lines, ink);
    if (lines.empty() && whole->glyph.isBlank()) {
        return Number{};
    }

    std::vector<Glyph> glyphs;
    for (const auto& line : candidates) {
        std::ranges::transform(line, std::back_inserter(glyphs), &Candidate::glyph);
    }
    if (whole) {
        glyphs.push_back(whole->glyph);
    }
    const auto predictions = model.read(glyphs);
    if (!predictions) {
        return std::unexpected(predictions.error());
    }

    Number number;
    double score = 0;
    std::span<const Prediction> unread(*predictions);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Reading reading =
            bestReading(lines[i].pieces.size(), candidates[i], unread.first(candidates[i].size()));
        unread = unread.subspan(candidates[i].size());
        score += reading.score;
        number.lines.push_back(std::move(reading.digits));
    }
    if (whole && (lines.empty() || whole->prior + readingScore(unread.front()) > score)) {
        number.lines = {{digitOf(*whole, unread.front())}};
    }
    return number;
}

} // namespace digitpad
