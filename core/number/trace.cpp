// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/trace.h"

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

// Segments of a trace that are compared with another's.
constexpr std::size_t kMostSegments = 160;

bool isFinite(const Point& point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

double squaredDistance(const Point& point, const Point& from, const Point& to)
{
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double squaredLength = dx * dx + dy * dy;
    const double along =
        squaredLength > 0
            ? std::clamp(
                  ((point.x - from.x) * dx + (point.y - from.y) * dy) / squaredLength, 0.0, 1.0)
            : 0;
    const double ox = point.x - from.x - along * dx;
    const double oy = point.y - from.y - along * dy;
    return ox * ox + oy * oy;
}

/// On which side of a line a point lies: the sign says it.
double side(const Point& point, const Point& from, const Point& to)
{
    return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
}

struct Segment {
    Point from;
    Point to;

    [[nodiscard]] bool crosses(const Segment& other) const
    {
        return side(other.from, from, to) * side(other.to, from, to) < 0 &&
               side(from, other.from, other.to) * side(to, other.from, other.to) < 0;
    }

    /// The distance of the boxes around two segments, squared: never more than theirs.
    [[nodiscard]] double squaredGap(const Segment& other) const
    {
        const auto [left, right] = std::minmax(from.x, to.x);
        const auto [top, bottom] = std::minmax(from.y, to.y);
        const auto [otherLeft, otherRight] = std::minmax(other.from.x, other.to.x);
        const auto [otherTop, otherBottom] = std::minmax(other.from.y, other.to.y);
        const double dx = std::max({0.0, otherLeft - right, left - otherRight});
        const double dy = std::max({0.0, otherTop - bottom, top - otherBottom});
        return dx * dx + dy * dy;
    }
};

std::vector<Segment> segmentsOf(const Trace& trace)
{
    const std::size_t count = trace.points.size();
    const std::size_t step = 1 + count / kMostSegments;
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < count; i += step) {
        segments.push_back({trace.points[i], trace.points[std::min(i + step, count - 1)]});
    }
    return segments;
}

} // namespace

void Trace::add(std::size_t index, const Point& point)
{
    indices.push_back(index);
    points.push_back(point);
    extent.add(point.x, point.y);
}

std::vector<Trace> tracesOf(const Ink& ink)
{
    Extent half; // of everything halved: so even the greatest double less the least is a number
    for (const Stroke& stroke : ink) {
        for (const Point& point : stroke) {
            if (isFinite(point)) {
                half.add(point.x / 2, point.y / 2);
            }
        }
    }
    const double longSide = std::max(half.width(), half.height());
    const double unit = longSide > 0 ? longSide : 1; // all points in one place
    std::vector<Trace> traces;
    for (std::size_t i = 0; i < ink.size(); ++i) {
        Trace trace{.stroke = i, .indices = {}, .points = {}, .extent = {}};
        for (std::size_t j = 0; j < ink[i].size(); ++j) {
            const Point& point = ink[i][j];
            if (isFinite(point)) {
                trace.add(j, {(point.x / 2 - half.left) / unit, (point.y / 2 - half.top) / unit});
            }
        }
        if (!trace.points.empty()) {
            traces.push_back(std::move(trace));
        }
    }
    return traces;
}

double distanceBetween(const Trace& a, const Trace& b, double limit)
{
    const std::vector<Segment> others = segmentsOf(b);
    double best = limit * limit;
    for (const Segment& segment : segmentsOf(a)) {
        for (const Segment& other : others) {
            if (segment.squaredGap(other) >= best) {
                continue;
            }
            if (segment.crosses(other)) {
                return 0;
            }
            best = std::min(
                {best, squaredDistance(segment.from, other.from, other.to),
                 squaredDistance(segment.to, other.from, other.to),
                 squaredDistance(other.from, segment.from, segment.to),
                 squaredDistance(other.to, segment.from, segment.to)});
        }
    }
    return std::sqrt(best);
}

} // namespace digitpad
