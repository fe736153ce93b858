// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/synthetic.h"

#include "core/data/chance.h"
#include "core/data/digit_shapes.h"
#include "core/ink/render.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

// The same seed must give the same bytes on every machine, so nothing here may depend on the
// standard library's distributions or on libm beyond sqrt, which IEEE 754 rounds exactly.

namespace digitpad {

namespace {

const Ink& chooseSkeleton(const std::vector<DigitShape>& shapes, Chance& chance)
{
    double total = 0;
    for (const DigitShape& shape : shapes) {
        total += shape.share;
    }
    double left = chance.between(0, total);
    for (const DigitShape& shape : shapes) {
        left -= shape.share;
        if (left < 0) {
            return shape.skeleton;
        }
    }
    return shapes.back().skeleton;
}

/// How one person holds pen and paper at one moment: turns, slants, stretches and bends a whole
/// digit about its middle.
class Hand {
public:
    explicit Hand(Chance& chance)
        : m_width(chance.between(0.65, 1.25)), m_slant(0.18 + chance.around(0.28))
    {
        // The half-angle form of sine and cosine needs no library function.
        const double half = chance.around(0.06);
        m_cosine = (1 - half * half) / (1 + half * half);
        m_sine = 2 * half / (1 + half * half);
        for (double& bend : m_bends) {
            bend = chance.around(0.16);
        }
    }

    [[nodiscard]] Point write(const Point& skeleton) const
    {
        const double x = (skeleton.x - 50) / 50;
        const double y = (skeleton.y - 50) / 50;
        const double bentX = x + m_bends[0] * x * x + m_bends[1] * x * y + m_bends[2] * y * y;
        const double bentY = y + m_bends[3] * x * x + m_bends[4] * x * y + m_bends[5] * y * y;
        const double wide = bentX * m_width - bentY * m_slant;
        return {
            50 + 50 * (wide * m_cosine - bentY * m_sine),
            50 + 50 * (wide * m_sine + bentY * m_cosine)};
    }

private:
    double m_width;
    double m_slant; ///< how far the top leans to the right, in heights
    double m_cosine = 1;
    double m_sine = 0;
    double m_bends[6] = {};
};

/// The point of the Catmull-Rom curve between b and c (E. Catmull, R. Rom 1974), t from 0 to 1.
Point between(const Point& a, const Point& b, const Point& c, const Point& d, double t)
{
    const auto curve = [t](double p, double q, double r, double s) {
        return q +
               t / 2 * ((r - p) + t * ((2 * p - 5 * q + 4 * r - s) + t * (3 * (q - r) + s - p)));
    };
    return {curve(a.x, b.x, c.x, d.x), curve(a.y, b.y, c.y, d.y)};
}

/// Draws the smooth curve through points[first..last] and adds it to the stroke.
void drawCurve(const Stroke& points, std::size_t first, std::size_t last, Stroke& stroke)
{
    constexpr int kSteps = 6;
    for (std::size_t i = first; i < last; ++i) {
        const Point& before = points[i > first ? i - 1 : i];
        const Point& after = points[i + 1 < last ? i + 2 : i + 1];
        for (int step = 0; step < kSteps; ++step) {
            stroke.push_back(between(
                before, points[i], points[i + 1], after, static_cast<double>(step) / kSteps));
        }
    }
    stroke.push_back(points[last]);
}

Stroke drawStroke(const Stroke& skeleton, const Hand& hand, double shake, Chance& chance)
{
    Stroke points;
    for (std::size_t i = 0; i < skeleton.size(); ++i) {
        if (i > 0 && skeleton[i] == skeleton[i - 1]) {
            points.push_back(points.back()); // a corner stays one place
            continue;
        }
        const double dx = chance.around(shake);
        const double dy = chance.around(shake);
        points.push_back(hand.write({skeleton[i].x + dx, skeleton[i].y + dy}));
    }
    Stroke stroke;
    std::size_t first = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const bool isCorner = points[i] == points[i - 1];
        if (isCorner) {
            drawCurve(points, first, i - 1, stroke);
            first = i;
        }
    }
    drawCurve(points, first, points.size() - 1, stroke);
    return stroke;
}

} // namespace

Ink drawDigit(int digit, std::mt19937_64& random)
{
    Chance chance(random);
    const Ink& skeleton = chooseSkeleton(digitShapes(digit), chance);
    const Hand hand(chance);
    const double shake = chance.between(2, 9);
    Ink ink;
    ink.reserve(skeleton.size());
    for (const Stroke& stroke : skeleton) {
        ink.push_back(drawStroke(stroke, hand, shake, chance));
    }
    return ink;
}

Dataset syntheticDigits(std::size_t count, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    Chance chance(random);
    Dataset data;
    data.labels.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        data.labels[i] = static_cast<std::uint8_t>(i % 10);
    }
    for (std::size_t i = count; i > 1; --i) {
        std::swap(data.labels[i - 1], data.labels[chance.below(i)]);
    }
    data.glyphs.reserve(count);
    for (const std::uint8_t label : data.labels) {
        const double penWidth = chance.between(1.0, 3.6);
        data.glyphs.push_back(renderInk(drawDigit(label, random), {.penWidth = penWidth}));
    }
    return data;
}

} // namespace digitpad
