// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/ink_pieces.h"

#include "core/number/candidate.h"
#include "core/number/lines.h"
#include "core/number/trace.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace digitpad {

namespace {

// All lengths are in heights of the line.

// Points nearer than that to the one before are passed over.
constexpr double kClosest = 0.02;
// By how much digits that were written without lifting the pen may overlap.
constexpr double kMostCutOverlap = 0.25;
// What cutting a stroke counts for: few people join their digits.
constexpr double kCut = 0.45;

/// How far the tops of upright lines lie to the right of their feet, as a part of their height.
double slantOf(const std::vector<Trace>& traces)
{
    double across = 0;
    double up = 0;
    for (const Trace& trace : traces) {
        for (std::size_t i = 1; i < trace.points.size(); ++i) {
            const double dx = trace.points[i].x - trace.points[i - 1].x;
            const double dy = trace.points[i].y - trace.points[i - 1].y;
            if (std::abs(dy) > std::abs(dx)) {
                across -= dy > 0 ? dx : -dx;
                up += std::abs(dy);
            }
        }
    }
    return up > 0 ? std::clamp(across / up, -0.5, 0.5) : 0;
}

std::vector<Extent> extentsOf(const std::vector<Trace>& traces)
{
    std::vector<Extent> extents;
    extents.reserve(traces.size());
    for (const Trace& trace : traces) {
        extents.push_back(trace.extent);
    }
    return extents;
}

/// The line made upright, its height 1.
std::vector<Trace> upright(const std::vector<Trace>& line)
{
    Extent all;
    for (const Trace& trace : line) {
        all.add(trace.extent);
    }
    double height = writingHeight(extentsOf(line));
    if (height == 0) { // dots and level strokes
        height = all.width() > 0 ? all.width() : 1;
    }
    const double slant = slantOf(line);
    std::vector<Trace> result;
    for (const Trace& trace : line) {
        Trace copy{.stroke = trace.stroke, .indices = {}, .points = {}, .extent = {}};
        for (std::size_t i = 0; i < trace.points.size(); ++i) {
            const Point& point = trace.points[i];
            const Point next{(point.x + slant * point.y) / height, point.y / height};
            if (copy.points.empty() || i + 1 == trace.points.size() ||
                std::hypot(next.x - copy.points.back().x, next.y - copy.points.back().y) >=
                    kClosest) {
                copy.add(trace.indices[i], next);
            }
        }
        result.push_back(std::move(copy));
    }
    return result;
}

/// The points of a trace after which one digit may end and the next begin without the pen being
/// lifted: what was drawn up to there lies to the left of what is drawn from the next point on, but
/// for a little. Of each stretch of such points the middle of those where the two overlap least.
std::vector<std::size_t> cutsOf(const Trace& trace)
{
    const std::size_t count = trace.points.size();
    std::vector<Extent> after(count); // around the points from there on
    Extent extent;
    for (std::size_t i = count; i-- > 0;) {
        extent.add(trace.points[i].x, trace.points[i].y);
        after[i] = extent;
    }
    std::vector<std::size_t> cuts;
    Extent before;
    double least = kMostCutOverlap;
    std::size_t first = 0; // the points with the least overlap: from `first` to before `end`
    std::size_t end = 0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        before.add(trace.points[i].x, trace.points[i].y);
        const Extent& rest = after[i + 1];
        const double overlap = std::max(before.right - rest.left, 0.0);
        const double beside = std::min(before.bottom, rest.bottom) - std::max(before.top, rest.top);
        const bool isPossible = overlap < kMostCutOverlap && beside > kLeastCutHeight;
        if (isPossible && overlap < least) {
            least = overlap;
            first = i;
        }
        if (isPossible && overlap == least) {
            end = i + 1;
        }
        const bool isOver = !isPossible || i + 2 == count;
        if (isOver && end > first) {
            cuts.push_back((first + end - 1) / 2);
            least = kMostCutOverlap;
            first = end = i + 1;
        }
    }
    return cuts;
}

/// A trace with the stretch of its stroke that it is, all points counted.
struct Piece {
    Trace trace;
    std::size_t first = 0;
    std::size_t end = 0;
};

/// Points `first` to before `end` of a trace.
Trace partOf(const Trace& trace, std::size_t first, std::size_t end)
{
    Trace part{.stroke = trace.stroke, .indices = {}, .points = {}, .extent = {}};
    for (std::size_t i = first; i < end; ++i) {
        part.add(trace.indices[i], trace.points[i]);
    }
    return part;
}

std::vector<Piece> cutIntoPieces(const std::vector<Trace>& traces, const Ink& ink)
{
    std::vector<Piece> pieces;
    for (const Trace& trace : traces) {
        std::size_t first = 0;
        std::size_t firstOfStroke = 0;
        for (const std::size_t cut : cutsOf(trace)) {
            const std::size_t endOfStroke = trace.indices[cut] + 1;
            pieces.push_back({partOf(trace, first, cut + 1), firstOfStroke, endOfStroke});
            first = cut + 1;
            firstOfStroke = endOfStroke;
        }
        pieces.push_back(
            {partOf(trace, first, trace.points.size()), firstOfStroke, ink[trace.stroke].size()});
    }
    std::ranges::stable_sort(pieces, {}, [](const Piece& piece) {
        return piece.trace.extent.left + piece.trace.extent.right;
    });
    return pieces;
}

InkLine lineOf(const std::vector<Trace>& traces, const Ink& ink)
{
    const std::vector<Piece> pieces = cutIntoPieces(upright(traces), ink);
    InkLine line;
    std::vector<Extent> extents;
    for (const auto& [trace, first, end] : pieces) {
        line.pieces.push_back(
            {.stroke = trace.stroke, .first = first, .end = end, .extent = trace.extent});
        extents.push_back(trace.extent);
    }
    line.seams = seamsBetween(extents, [&](std::size_t a, std::size_t b) {
        return pieces[a].trace.stroke == pieces[b].trace.stroke ? kCut : 0.0;
    });
    Extent extent;
    for (const Trace& trace : traces) {
        for (const std::size_t i : trace.indices) {
            extent.add(ink[trace.stroke][i].x, ink[trace.stroke][i].y);
        }
    }
    line.top = extent.top;
    line.bottom = extent.bottom;
    return line;
}

} // namespace

std::vector<InkLine> findInkLines(const Ink& ink)
{
    std::vector<InkLine> lines;
    if (ink.size() > kMostStrokes) {
        return lines;
    }
    const std::vector<Trace> traces = tracesOf(ink);
    for (const std::vector<std::size_t>& indices : groupIntoLines(extentsOf(traces))) {
        std::vector<Trace> line;
        for (const std::size_t i : indices) {
            line.push_back(traces[i]);
        }
        lines.push_back(lineOf(line, ink));
    }
    return lines;
}

} // namespace digitpad
