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

// Glyph pixels over which ink fades into paper around the pen's edge.
constexpr float kEdge = 1;

// A point that close to the one before changes no pixel by more than 4 of 255, and leaving it out
// bounds the work of a drawing with very many points.
constexpr double kClosest = 1.0 / 64;

constexpr float kSide = Glyph::kSide;
constexpr float kCentre = Glyph::kCentreOfMass + 0.5; // a pixel's middle lies half a pixel in

/// A place in the glyph, in glyph pixels.
struct Place {
    float x = 0;
    float y = 0;
};

constexpr Place kMiddle{kSide / 2, kSide / 2};

struct Segment {
    Place from;
    Place to;
};

/// A drawing in glyph pixels, the middle of its bounding box at the origin.
struct Drawing {
    float width = 0;
    float height = 0;
    std::vector<Segment> segments;
};

/// A number for every pixel.
using Field = std::array<float, Glyph::kPixels>;

bool isFinite(const Point& point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

/// The rectangle around all finite points, its numbers halved: so even the greatest double less
/// the least is a number.
struct Bounds {
    double left = std::numeric_limits<double>::infinity();
    double top = std::numeric_limits<double>::infinity();
    double right = -std::numeric_limits<double>::infinity();
    double bottom = -std::numeric_limits<double>::infinity();

    /// Around the unit square, as if that were the ink.
    static Bounds ofPaper()
    {
        Bounds paper{Ink{}};
        paper.left = paper.top = 0;
        paper.right = paper.bottom = 0.5;
        return paper;
    }

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
};

/// Adds the lines of a stroke that lie within the bounds, whose long side becomes `box`.
void addStroke(
    std::vector<Segment>& segments, const Stroke& stroke, const Bounds& bounds, double longSide,
    double box)
{
    const Point middle{(bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2};
    bool isFirst = true;
    Point last;
    for (const Point& point : stroke) {
        if (!isFinite(point)) {
            continue;
        }
        const Point next{
            (point.x / 2 - middle.x) / longSide * box, (point.y / 2 - middle.y) / longSide * box};
        const double dx = next.x - last.x;
        const double dy = next.y - last.y;
        if (!isFirst && dx * dx + dy * dy < kClosest * kClosest) {
            continue;
        }
        const Place to{static_cast<float>(next.x), static_cast<float>(next.y)};
        const Place from{static_cast<float>(last.x), static_cast<float>(last.y)};
        segments.push_back({isFirst ? to : from, to});
        last = next;
        isFirst = false;
    }
}

/// The ink scaled so that its bounding box's long side is `box`.
Drawing scaled(const Ink& ink, const Bounds& bounds, double box)
{
    const double width = bounds.right - bounds.left;
    const double height = bounds.bottom - bounds.top;
    const double extent = std::max(width, height);
    const double longSide = extent > 0 ? extent : 1; // all points in one place
    Drawing drawing{
        .width = static_cast<float>(width / longSide * box),
        .height = static_cast<float>(height / longSide * box),
        .segments = {}};
    for (const Stroke& stroke : ink) {
        addStroke(drawing.segments, stroke, bounds, longSide, box);
    }
    return drawing;
}

/// The first pixel whose middle lies after `edge`: first(a) to before first(b) are those between.
int first(float edge)
{
    return static_cast<int>(std::clamp(edge + 0.5F, 0.0F, kSide));
}

/// Lowers the squared distances of the pixels that lie within `reach` of the segment.
void stamp(Field& squaredDistances, const Segment& segment, float reach)
{
    const auto [from, to] = segment;
    const float dx = to.x - from.x;
    const float dy = to.y - from.y;
    const float squaredLength = dx * dx + dy * dy;
    const float inverse = squaredLength > 0 ? 1 / squaredLength : 0;
    const float slope = dy != 0 ? dx / dy : 0;
    const auto [left, right] = std::minmax(from.x, to.x);
    const auto [top, bottom] = std::minmax(from.y, to.y);
    const bool isHigh = bottom - top > 2 * reach;
    const int endY = first(bottom + reach);
    for (int y = first(top - reach); y < endY; ++y) {
        const float middle = static_cast<float>(y) + 0.5F;
        // Only the part of a high segment that is near this row can reach it.
        const float a = isHigh ? from.x + slope * (std::max(middle - reach, top) - from.y) : left;
        const float b =
            isHigh ? from.x + slope * (std::min(middle + reach, bottom) - from.y) : right;
        const float py = middle - from.y;
        const int endX = first(std::max(a, b) + reach);
        float* row = squaredDistances.data() + static_cast<std::ptrdiff_t>(y) * Glyph::kSide;
        for (int x = first(std::min(a, b) - reach); x < endX; ++x) {
            const float px = static_cast<float>(x) + 0.5F - from.x;
            const float along = std::clamp((px * dx + py * dy) * inverse, 0.0F, 1.0F);
            const float ox = px - along * dx;
            const float oy = py - along * dy;
            row[x] = std::min(row[x], ox * ox + oy * oy);
        }
    }
}

/// How much of each pixel is inked, 0 to 1, when the drawing's origin lies at `origin`.
Field coverage(const Drawing& drawing, const Place& origin, float penWidth)
{
    const float reach = (penWidth + kEdge) / 2;
    Field field;
    field.fill(reach * reach);
    for (const auto& [from, to] : drawing.segments) {
        stamp(
            field, {{from.x + origin.x, from.y + origin.y}, {to.x + origin.x, to.y + origin.y}},
            reach);
    }
    for (float& value : field) {
        value = std::clamp((reach - std::sqrt(value)) / kEdge, 0.0F, 1.0F);
    }
    return field;
}

Place centreOfMass(const Field& ink)
{
    double mass = 0;
    double x = 0;
    double y = 0;
    for (std::size_t i = 0; i < ink.size(); ++i) {
        const std::size_t row = i / Glyph::kSide;
        const std::size_t column = i % Glyph::kSide;
        mass += ink[i];
        x += ink[i] * (static_cast<double>(column) + 0.5);
        y += ink[i] * (static_cast<double>(row) + 0.5);
    }
    return {static_cast<float>(x / mass), static_cast<float>(y / mass)};
}

/// Where the middle of ink that is `extent` long goes, so that its mass is centred; but never so
/// far that ink leaves the glyph.
float centred(float middle, float mass, float extent)
{
    return std::clamp(middle + kCentre - mass, extent / 2, kSide - extent / 2);
}

/// The ink at the size and in the place of MNIST's digits.
Field prepared(const Ink& ink, const Bounds& bounds, float penWidth)
{
    const float margin = penWidth + kEdge;
    const Drawing drawing = scaled(ink, bounds, kBox - margin);
    const Place mass = centreOfMass(coverage(drawing, kMiddle, penWidth));
    const Place origin{
        centred(kMiddle.x, mass.x, drawing.width + margin),
        centred(kMiddle.y, mass.y, drawing.height + margin)};
    return coverage(drawing, origin, penWidth);
}

/// The ink where it lies on the paper, the unit square.
Field asItLies(Ink ink, float penWidth)
{
    for (Stroke& stroke : ink) {
        for (Point& point : stroke) {
            // Far beside the paper is as good as farther; what is not finite is left out later.
            if (isFinite(point)) {
                point = {std::clamp(point.x, -1.0, 2.0), std::clamp(point.y, -1.0, 2.0)};
            }
        }
    }
    return coverage(scaled(ink, Bounds::ofPaper(), Glyph::kSide), kMiddle, penWidth);
}

} // namespace

Glyph renderInk(const Ink& ink, const InkOptions& options)
{
    Glyph glyph;
    const Bounds bounds(ink);
    if (bounds.isEmpty()) {
        return glyph;
    }
    const auto penWidth = static_cast<float>(
        std::isnan(options.penWidth) ? InkOptions{}.penWidth
                                     : std::clamp(options.penWidth, 0.5, 8.0));
    const Field inked =
        options.isPrepared ? prepared(ink, bounds, penWidth) : asItLies(ink, penWidth);
    for (std::size_t i = 0; i < inked.size(); ++i) {
        glyph.pixels[i] = static_cast<std::uint8_t>(std::lround(inked[i] * 255));
    }
    return glyph;
}

} // namespace digitpad
