// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/pen_stroke.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>

namespace digitpad {

namespace {

constexpr qreal kThinnest = 0.014;
constexpr qreal kWidest = 0.040;

qreal distanceToSegment(const QPointF& place, const QPointF& from, const QPointF& to)
{
    const QPointF along = to - from;
    const qreal length2 = QPointF::dotProduct(along, along);
    const qreal t =
        length2 > 0 ? std::clamp(QPointF::dotProduct(place - from, along) / length2, 0.0, 1.0) : 0;
    const QPointF away = place - (from + t * along);
    return std::hypot(away.x(), away.y());
}

/// Grows the rectangle that is `least` to `most` so that it takes in these points.
void include(const Stroke& stroke, Point& least, Point& most)
{
    for (const Point& point : stroke) {
        least = {std::min(least.x, point.x), std::min(least.y, point.y)};
        most = {std::max(most.x, point.x), std::max(most.y, point.y)};
    }
}

/// The middle of the strokes where all of them together are a dot, else nothing.
std::optional<Point> dot(std::span<const Stroke> strokes)
{
    Point least{1, 1};
    Point most{0, 0};
    for (const Stroke& stroke : strokes) {
        include(stroke, least, most);
    }
    if (std::max(most.x - least.x, most.y - least.y) >= kThinnest) {
        return {};
    }
    return Point{(least.x + most.x) / 2, (least.y + most.y) / 2};
}

} // namespace

qreal penWidth(qreal pressure)
{
    return std::lerp(kThinnest, kWidest, std::clamp(pressure, 0.0, 1.0));
}

QRectF inkedRect(const PenStroke& stroke)
{
    QPointF least(1, 1);
    QPointF most(0, 0);
    for (const PenPoint& point : stroke) {
        least = {std::min(least.x(), point.position.x()), std::min(least.y(), point.position.y())};
        most = {std::max(most.x(), point.position.x()), std::max(most.y(), point.position.y())};
    }
    constexpr qreal kReach = kWidest / 2;
    return stroke.isEmpty() ? QRectF()
                            : QRectF(least, most).adjusted(-kReach, -kReach, kReach, kReach);
}

qreal distance(const PenStroke& stroke, const QPointF& place)
{
    qreal nearest = std::numeric_limits<qreal>::infinity();
    for (qsizetype i = 0; i < stroke.size(); ++i) {
        const QPointF from = stroke[std::max<qsizetype>(i - 1, 0)].position;
        nearest = std::min(nearest, distanceToSegment(place, from, stroke[i].position));
    }
    return nearest;
}

Ink toInk(const Drawing& drawing)
{
    Ink ink;
    ink.reserve(static_cast<std::size_t>(drawing.size()));
    for (const PenStroke& stroke : drawing) {
        Stroke& points = ink.emplace_back();
        points.reserve(static_cast<std::size_t>(stroke.size()));
        for (const PenPoint& point : stroke) {
            points.push_back({.x = point.position.x(), .y = point.position.y()});
        }
        if (const auto middle = points.size() > 1 ? dot({&points, 1}) : std::nullopt) {
            points = {*middle};
        }
    }
    if (const auto middle = ink.size() > 1 ? dot(ink) : std::nullopt) {
        ink = {{*middle}};
    }
    return ink;
}

} // namespace digitpad
