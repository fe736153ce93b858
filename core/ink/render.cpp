// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/render.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace digitpad {

namespace {

constexpr double kBox = 20; // glyph pixels, from the first inked one to the last
constexpr double kSide = Glyph::kSide;
constexpr double kCentre = Glyph::kCentreOfMass + 0.5; // a pixel's middle lies half a pixel in

// Glyph pixels over which ink fades into paper around the pen's edge.
constexpr double kEdge = 1.0;

// A point that close to the one before changes no pixel by more than 4 of 255, and leaving it out
// bounds the work of a drawing with very many points.
constexpr double kClosest = 1.0 / 64;

struct Segment {
    Point from;
    Point to;
};

/// The pixels' distances from the nearest segment, squared; as far as no ink reaches for most.
using Field = std::array<double, Glyph::kPixels>;

bool isFinite(const Point& point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

/// The rectangle around all finite points, its numbers halved so that even the difference of
/// the greatest and the least double is one.
struct Bounds {
    double left = std::numeric_limits<double>::infinity();
    double top = std::numeric_limits<double>::infinity();
    double right = -std::numeric_limits<double>::infinity();
    double bottom = -std::numeric_limits<double>::infinity();

    explicit Bounds(const Ink& ink)
    {
        for (const Stroke& stroke : ink) {
            for (const Point& point : stroke) {
                if (isFinite(point)) {
                    left = std::min(left, point.x / 2);
                    right = std::max(right, point.x / 2);
                    top = std::min(top, point.y / 2);
                    bottom = std::max(bottom, point.y / 2);
                }
            }
        }
    }

    [[nodiscard]] bool isEmpty() const { return left > right; }
    [[nodiscard]] double longSide() const { return std::max(right - left, bottom - top); }
};

/// The strokes scaled so that the bounds' long side is `box`, the bounds' middle at the origin.
std::vector<Segment> scaled(const Ink& ink, const Bounds& bounds, double box)
{
    const Point middle{bounds.left / 2 + bounds.right / 2, bounds.top / 2 + bounds.bottom / 2};
    const double longSide = bounds.longSide() > 0 ? bounds.longSide() : 1;
    std::vector<Segment> segments;
    for (const Stroke& stroke : ink) {
        bool isFirst = true;
        Point last;
        for (const Point& point : stroke) {
            if (!isFinite(point)) {
                continue;
            }
            const Point next{
                (point.x / 2 - middle.x) / longSide * box,
                (point.y / 2 - middle.y) / longSide * box};
            const double dx = next.x - last.x;
            const double dy = next.y - last.y;
            if (isFirst) {
                segments.push_back({next, next});
            } else if (dx * dx + dy * dy >= kClosest * kClosest) {
                segments.push_back({last, next});
            } else {
                continue;
            }
            last = next;
            isFirst = false;
        }
    }
    return segments;
}

double squaredDistance(const Point& point, const Segment& segment)
{
    const double dx = segment.to.x - segment.from.x;
    const double dy = segment.to.y - segment.from.y;
    const double px = point.x - segment.from.x;
    const double py = point.y - segment.from.y;
    const double squaredLength = dx * dx + dy * dy;
    const double along =
        squaredLength > 0 ? std::clamp((px * dx + py * dy) / squaredLength, 0.0, 1.0) : 0.0;
    const double ox = px - along * dx;
    const double oy = py - along * dy;
    return ox * ox + oy * oy;
}

/// The first pixel whose middle is not before `low`, and the one after the last not after `high`.
int firstPixel(double low)
{
    return static_cast<int>(std::ceil(std::clamp(low, 0.0, kSide) - 0.5));
}
int endPixel(double high)
{
    return static_cast<int>(std::floor(std::clamp(high, 0.0, kSide) + 0.5));
}

/// Lowers the distances of the pixels that lie within `reach` of the segment.
void stamp(Field& field, const Segment& segment, double reach)
{
    const auto [low, high] = std::minmax(segment.from.y, segment.to.y);
    const double dy = segment.to.y - segment.from.y;
    const double slope = dy != 0 ? (segment.to.x - segment.from.x) / dy : 0;
    const auto [left, right] = std::minmax(segment.from.x, segment.to.x);
    const int endY = endPixel(high + reach);
    for (int y = firstPixel(low - reach); y < endY; ++y) {
        const double middle = y + 0.5;
        // Only the part of a long slanting segment that is near this row can reach it.
        double from = left;
        double to = right;
        if (high - low > 2 * reach) {
            const double a =
                segment.from.x + slope * (std::max(middle - reach, low) - segment.from.y);
            const double b =
                segment.from.x + slope * (std::min(middle + reach, high) - segment.from.y);
            from = std::min(a, b);
            to = std::max(a, b);
        }
        const int endX = endPixel(to + reach);
        for (int x = firstPixel(from - reach); x < endX; ++x) {
            double& nearest =
                field[static_cast<std::size_t>(y) * Glyph::kSide + static_cast<std::size_t>(x)];
            nearest = std::min(nearest, squaredDistance({x + 0.5, middle}, segment));
        }
    }
}

/// How much of each pixel is inked, 0 to 1, with the origin of the segments at `origin`.
std::array<double, Glyph::kPixels>
coverage(const std::vector<Segment>& segments, const Point& origin, double penWidth)
{
    const double reach = (penWidth + kEdge) / 2;
    Field field;
    field.fill(reach * reach);
    for (const Segment& segment : segments) {
        stamp(
            field,
            {{segment.from.x + origin.x, segment.from.y + origin.y},
             {segment.to.x + origin.x, segment.to.y + origin.y}},
            reach);
    }
    for (double& value : field) {
        value = std::clamp((reach - std::sqrt(value)) / kEdge, 0.0, 1.0);
    }
    return field;
}

Point centreOfMass(const std::array<double, Glyph::kPixels>& ink)
{
    double mass = 0;
    Point moment;
    for (std::size_t i = 0; i < ink.size(); ++i) {
        mass += ink[i];
        moment.x += ink[i] * (static_cast<double>(i % Glyph::kSide) + 0.5);
        moment.y += ink[i] * (static_cast<double>(i / Glyph::kSide) + 0.5);
    }
    return mass > 0 ? Point{moment.x / mass, moment.y / mass} : Point{kCentre, kCentre};
}

/// Where the middle of a drawing that is `extent` long goes, so that its mass is centred; but
/// never so far that ink leaves the glyph.
double centred(double middle, double mass, double extent)
{
    return std::clamp(middle + kCentre - mass, extent / 2, kSide - extent / 2);
}

} // namespace

Glyph renderInk(const Ink& ink, const InkOptions& options)
{
    Glyph glyph;
    const Bounds bounds(ink);
    if (bounds.isEmpty()) {
        return glyph;
    }
    const double penWidth = std::isnan(options.penWidth) ? InkOptions{}.penWidth
                                                         : std::clamp(options.penWidth, 0.5, 8.0);
    const double box = kBox - penWidth - kEdge;
    const std::vector<Segment> segments = scaled(ink, bounds, box);

    constexpr double kMiddle = kSide / 2;
    const Point mass = centreOfMass(coverage(segments, {kMiddle, kMiddle}, penWidth));
    const double scale = bounds.longSide() > 0 ? box / bounds.longSide() : 0;
    const double margin = penWidth + kEdge;
    const Point origin{
        centred(kMiddle, mass.x, (bounds.right - bounds.left) * scale + margin),
        centred(kMiddle, mass.y, (bounds.bottom - bounds.top) * scale + margin)};
    const auto inked = coverage(segments, origin, penWidth);
    for (std::size_t i = 0; i < inked.size(); ++i) {
        glyph.pixels[i] = static_cast<std::uint8_t>(std::lround(inked[i] * 255));
    }
    return glyph;
}

} // namespace digitpad
