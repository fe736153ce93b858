// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/render.h"
#include "core/number/candidate.h"
#include "core/number/ink_pieces.h"
#include "core/number/number.h"
#include "core/number/touching.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

namespace digitpad {

namespace {

/// The strokes of some pieces, in the order in which they were drawn. What was cut goes together
/// again.
std::vector<InkPart> partsOf(std::span<const InkPiece> pieces)
{
    std::vector<InkPart> parts;
    for (const InkPiece& piece : pieces) {
        parts.push_back({.stroke = piece.stroke, .first = piece.first, .end = piece.end});
    }
    std::ranges::sort(
        parts, {}, [](const InkPart& part) { return std::pair(part.stroke, part.first); });
    std::vector<InkPart> joined;
    for (const InkPart& part : parts) {
        const bool goesOn = !joined.empty() && joined.back().stroke == part.stroke &&
                            joined.back().end == part.first;
        if (goesOn) {
            joined.back().end = part.end;
        } else {
            joined.push_back(part);
        }
    }
    return joined;
}

Ink inkOf(const Ink& ink, std::span<const InkPart> parts)
{
    Ink result;
    for (const InkPart& part : parts) {
        const auto stroke = ink[part.stroke].begin();
        result.emplace_back(
            stroke + static_cast<std::ptrdiff_t>(part.first),
            stroke + static_cast<std::ptrdiff_t>(part.end));
    }
    return result;
}

Ink inkOf(const Ink& ink, std::span<const InkPiece> pieces)
{
    return inkOf(ink, partsOf(pieces));
}

Area areaOf(const Ink& ink)
{
    const Extent extent = extentOf(ink);
    return {extent.left, extent.top, extent.right, extent.bottom};
}

/// What may be one digit.
NumberDigit unread(const Ink& ink, std::vector<InkPart> parts)
{
    const Ink drawn = inkOf(ink, parts);
    return {
        .box = areaOf(drawn),
        .glyph = renderInk(drawn),
        .prediction = {},
        .parts = std::move(parts)};
}

NumberDigit unread(const Ink& ink)
{
    std::vector<InkPart> all;
    for (std::size_t i = 0; i < ink.size(); ++i) {
        all.push_back({.stroke = i, .first = 0, .end = ink[i].size()});
    }
    return unread(ink, std::move(all));
}

/// A line with its runs that may be digits, and what each is.
struct Candidates {
    std::size_t pieces = 0;
    std::vector<CandidateRun> runs;
    std::vector<NumberDigit> digits;
};

Candidates candidatesIn(const InkLine& line, const Ink& ink)
{
    std::vector<Extent> extents;
    std::ranges::transform(line.pieces, std::back_inserter(extents), &InkPiece::extent);
    Candidates candidates{
        .pieces = extents.size(), .runs = candidateRuns(extents, line.seams), .digits = {}};
    for (const CandidateRun& candidate : candidates.runs) {
        const auto [first, end] = candidate.run;
        candidates.digits.push_back(
            unread(ink, partsOf(std::span(line.pieces).subspan(first, end - first))));
    }
    return candidates;
}

/// How likely a drawing in several lines is to be one digit whose strokes stand above each other,
/// like the two rings of an 8, before it is read. None where it cannot be.
std::optional<double> priorOfWhole(std::span<const InkLine> lines, const Area& area)
{
    std::size_t pieces = 0;
    for (const InkLine& line : lines) {
        pieces += line.pieces.size();
    }
    const double height = area.bottom - area.top;
    if (lines.size() < 2 || pieces > kMostPieces || !(height > 0) || !std::isfinite(height)) {
        return std::nullopt;
    }
    double prior = shapeScore((area.right - area.left) / height, 1);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        prior += stackScore((lines[i].top - lines[i - 1].bottom) / height);
    }
    return prior;
}

/// Whether the digits of a line, pieces from left to right, hang together, each with the next.
bool isJoined(const Ink& ink, const InkLine& line, std::span<const PieceRun> digits)
{
    constexpr double kReach = 0.06; // of the line's height: the width of a pen
    const auto piecesOf = [&](const PieceRun& run) {
        return std::span(line.pieces).subspan(run.first, run.end - run.first);
    };
    for (std::size_t i = 1; i < digits.size(); ++i) {
        const auto left = piecesOf(digits[i - 1]);
        const auto right = piecesOf(digits[i]);
        const bool isCut = std::ranges::any_of(left, [&](const InkPiece& piece) {
            return std::ranges::count(right, piece.stroke, &InkPiece::stroke) > 0;
        });
        const double reach = kReach * (line.bottom - line.top);
        if (!isCut && !areTouching(inkOf(ink, left), inkOf(ink, right), reach)) {
            return false;
        }
    }
    return digits.size() > 1;
}

/// A drawing that is not divided.
Result<Number> readWhole(const Model& model, const Ink& ink)
{
    NumberDigit whole = unread(ink);
    if (whole.glyph.isBlank()) {
        return Number{};
    }
    const auto predictions = model.read({&whole.glyph, 1});
    if (!predictions) {
        return std::unexpected(predictions.error());
    }
    whole.prediction = predictions->front();
    return Number{.lines = {{whole}}};
}

} // namespace

Result<Number> readNumber(const Model& model, const Ink& ink)
{
    const std::vector<InkLine> lines = findInkLines(ink);
    if (lines.empty()) {
        return readWhole(model, ink);
    }
    std::vector<Candidates> candidates;
    std::vector<Glyph> glyphs;
    for (const InkLine& line : lines) {
        candidates.push_back(candidatesIn(line, ink));
        std::ranges::transform(
            candidates.back().digits, std::back_inserter(glyphs), &NumberDigit::glyph);
    }
    NumberDigit whole = unread(ink);
    glyphs.push_back(whole.glyph);
    const auto predictions = model.read(glyphs);
    if (!predictions) {
        return std::unexpected(predictions.error());
    }

    Number number;
    double score = 0;
    auto prediction = predictions->begin();
    std::vector<PieceRun> chosen;
    for (Candidates& line : candidates) {
        const std::span read(prediction, line.runs.size());
        const LineReading reading = readLine(line.pieces, line.runs, read);
        number.lines.emplace_back();
        for (const std::size_t i : reading.chosen) {
            line.digits[i].prediction = read[i];
            number.lines.back().push_back(line.digits[i]);
            chosen.push_back(line.runs[i].run);
        }
        prediction += static_cast<std::ptrdiff_t>(line.runs.size());
        score += reading.score;
    }
    const auto prior = priorOfWhole(lines, whole.box);
    if (prior && *prior + readingScore(*prediction) > score) {
        whole.prediction = *prediction;
        number.lines = {{whole}};
    } else if (lines.size() == 1 && number.contains(kStem)) {
        number.isLetterLike = isJoined(ink, lines.front(), chosen);
    }
    return number;
}

} // namespace digitpad
