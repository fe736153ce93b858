// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/hand.h"

#include <cstddef>

namespace digitpad {

namespace {

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

} // namespace

const Ink& chooseSkeleton(const Shapes& shapes, Chance& chance)
{
    double total = 0;
    for (const Shape& shape : shapes) {
        total += shape.share;
    }
    double left = chance.between(0, total);
    for (const Shape& shape : shapes) {
        left -= shape.share;
        if (left < 0) {
            return shape.skeleton;
        }
    }
    return shapes.back().skeleton;
}

Stroke smoothStroke(const Stroke& points)
{
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

Hand::Hand(Chance& chance, Shake shake)
    : m_width(chance.between(0.65, 1.25)), m_slant(0.18 + chance.around(0.28))
{
    // The half-angle form of sine and cosine needs no library function.
    const double half = chance.around(0.06);
    m_cosine = (1 - half * half) / (1 + half * half);
    m_sine = 2 * half / (1 + half * half);
    for (double& bend : m_bends) {
        bend = chance.around(0.16);
    }
    // Drawn last: the order is part of what a seed gives.
    // NOLINTNEXTLINE(cppcoreguidelines-prefer-member-initializer)
    m_shake = chance.between(shake.least, shake.most);
}

Ink Hand::write(const Ink& skeleton, Chance& chance) const
{
    Ink ink;
    ink.reserve(skeleton.size());
    for (const Stroke& stroke : skeleton) {
        ink.push_back(writeStroke(stroke, chance));
    }
    return ink;
}

Point Hand::place(const Point& skeleton) const
{
    const double x = (skeleton.x - 50) / 50;
    const double y = (skeleton.y - 50) / 50;
    const double bentX = x + m_bends[0] * x * x + m_bends[1] * x * y + m_bends[2] * y * y;
    const double bentY = y + m_bends[3] * x * x + m_bends[4] * x * y + m_bends[5] * y * y;
    const double wide = bentX * m_width - bentY * m_slant;
    return {
        50 + 50 * (wide * m_cosine - bentY * m_sine), 50 + 50 * (wide * m_sine + bentY * m_cosine)};
}

Stroke Hand::writeStroke(const Stroke& skeleton, Chance& chance) const
{
    Stroke points;
    for (std::size_t i = 0; i < skeleton.size(); ++i) {
        if (i > 0 && skeleton[i] == skeleton[i - 1]) {
            points.push_back(points.back()); // a corner stays one place
            continue;
        }
        const double dx = chance.around(m_shake);
        const double dy = chance.around(m_shake);
        points.push_back(place({skeleton[i].x + dx, skeleton[i].y + dy}));
    }
    return smoothStroke(points);
}

} // namespace digitpad
