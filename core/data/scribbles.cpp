// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/scribbles.h"

#include "core/data/hand.h"

#include <cmath>
#include <utility>

namespace digitpad {

namespace {

/// A direction and, as a product of complex numbers, a turn.
struct Turn {
    double cosine = 1;
    double sine = 0;

    /// From the tangent of half the angle: no function of libm, whose last bits differ.
    static Turn ofHalf(double tangent)
    {
        const double square = tangent * tangent;
        return {(1 - square) / (1 + square), 2 * tangent / (1 + square)};
    }
    static Turn any(Chance& chance)
    {
        for (;;) {
            const double x = chance.between(-1, 1);
            const double y = chance.between(-1, 1);
            const double length = std::sqrt(x * x + y * y);
            if (length > 0.1 && length < 1) {
                return {x / length, y / length};
            }
        }
    }
    friend Turn operator*(const Turn& a, const Turn& b)
    {
        return {a.cosine * b.cosine - a.sine * b.sine, a.cosine * b.sine + a.sine * b.cosine};
    }
    /// The point turned about (50, 50), from the direction of x to y's.
    [[nodiscard]] Point operator()(const Point& point) const
    {
        const double x = point.x - 50;
        const double y = point.y - 50;
        return {50 + x * cosine - y * sine, 50 + x * sine + y * cosine};
    }
};

void turn(Stroke& stroke, const Turn& by)
{
    for (Point& point : stroke) {
        point = by(point);
    }
}

Point anywhere(Chance& chance)
{
    const double x = chance.between(0, 100);
    const double y = chance.between(0, 100);
    return {x, y};
}

Point shaken(const Point& point, double shake, Chance& chance)
{
    const double dx = chance.around(shake);
    const double dy = chance.around(shake);
    return {point.x + dx, point.y + dy};
}

/// Every point inside a corner.
Stroke polyline(const Stroke& points)
{
    Stroke corners;
    for (const Point& point : points) {
        corners.push_back(point);
        corners.push_back(point);
    }
    corners.erase(corners.begin());
    corners.pop_back();
    return smoothStroke(corners);
}

/// A walk whose bend changes smoothly and that is drawn back to the middle.
Stroke walk(Chance& chance)
{
    const int steps = chance.wholeBetween(24, 48);
    const double unrest = chance.between(0.1, 0.35);
    Turn heading = Turn::any(chance);
    double bend = 0;
    Point at = anywhere(chance);
    Stroke points{at};
    for (int i = 0; i < steps; ++i) {
        bend = 0.8 * bend + chance.around(unrest);
        heading = heading * Turn::ofHalf(bend);
        at.x += 16 * heading.cosine + 0.08 * (50 - at.x);
        at.y += 16 * heading.sine + 0.08 * (50 - at.y);
        points.push_back(at);
    }
    return smoothStroke(points);
}

/// To and fro, at least four times: three are a Z.
Stroke zigzag(Chance& chance)
{
    const int strokes = chance.wholeBetween(4, 12);
    const double flatness = chance.between(0.3, 1);
    const double shake = chance.between(2, 14);
    Stroke points;
    for (int i = 0; i <= strokes; ++i) {
        const double along = 100.0 * i / strokes;
        const double across = 50 + (i % 2 == 0 ? -50 : 50) * flatness;
        points.push_back(shaken({along, across}, shake, chance));
    }
    turn(points, Turn::any(chance));
    return chance.isSo(0.5) ? smoothStroke(points) : polyline(points);
}

Ink hatching(Chance& chance)
{
    Ink ink;
    const int layers = chance.isSo(0.35) ? 2 : 1;
    for (int layer = 0; layer < layers; ++layer) {
        const Turn direction = Turn::any(chance);
        const int count = chance.wholeBetween(layers == 2 ? 2 : 3, 7);
        for (int i = 0; i < count; ++i) {
            const double along = 100.0 * i / (count - 1);
            Stroke line{
                shaken({0, along}, 7, chance), shaken({50, along}, 4, chance),
                shaken({100, along}, 7, chance)};
            turn(line, direction);
            ink.push_back(smoothStroke(line));
        }
    }
    return ink;
}

/// Loops that run on as in eeee or oooo, or, with little way to go, a whirl that grows smaller: one
/// that keeps its size is a 0.
Stroke loops(double way, Chance& chance)
{
    const int rounds = chance.wholeBetween(4, 7);
    constexpr int kSteps = 8;
    const Turn step = Turn::ofHalf((chance.isSo(0.5) ? 1 : -1) * 0.41421356); // an eighth
    const double shrinking = way > 40 ? 1 : chance.between(0.93, 0.965);
    Turn round = Turn::any(chance);
    double radius = way > 40 ? chance.between(15, 40) : 45;
    Stroke points;
    for (int i = 0; i <= rounds * kSteps; ++i) {
        const double along = 50 + way * (static_cast<double>(i) / (rounds * kSteps) - 0.5);
        points.push_back(shaken(
            {along + radius * round.cosine * 0.6, 50 + radius * round.sine}, radius * 0.07,
            chance));
        round = round * step;
        radius *= shrinking;
    }
    turn(points, Turn::ofHalf(chance.around(way > 40 ? 0.1 : 0.5)));
    return smoothStroke(points);
}

/// Lines or curves between places that have nothing to do with each other.
Stroke tangle(Chance& chance)
{
    const int count = chance.wholeBetween(7, 12);
    Stroke points;
    for (int i = 0; i < count; ++i) {
        points.push_back(anywhere(chance));
    }
    return chance.isSo(0.7) ? smoothStroke(points) : polyline(points);
}

/// A part of a circle, a half to two thirds of it, bulging anywhere.
Stroke arcStroke(Chance& chance)
{
    const int steps = chance.wholeBetween(6, 8);
    const double flatness = chance.between(0.7, 1);
    const Turn step = Turn::ofHalf(0.26794919); // a twelfth
    Turn round = Turn::any(chance);
    const Turn lie = Turn::any(chance);
    Stroke points;
    for (int i = 0; i <= steps; ++i) {
        points.push_back(
            shaken({50 + 50 * round.cosine, 50 + 50 * flatness * round.sine}, 2, chance));
        round = round * step;
    }
    turn(points, lie);
    return smoothStroke(points);
}

/// Flat, or falling to the right: upright and rising lines are ones.
Stroke lineStroke(Chance& chance)
{
    const double fall = chance.between(-0.45, 0.8);
    const double bend = chance.around(6);
    return smoothStroke({{0, 50 - 50 * fall}, {50, 50 + bend}, {100, 50 + 50 * fall}});
}

/// A long line that turns off at its foot, either way, or at its head to the right. A head to the
/// left is a 1 or a 7.
Stroke hookStroke(Chance& chance)
{
    const double depth = chance.between(20, 60);
    const double width = chance.between(40, 90) * (chance.isSo(0.5) ? 1 : -1);
    const double rise = chance.between(-10, 35);
    Stroke points;
    if (chance.isSo(0.7)) {
        points = {{50, 0}, {50, 100 - depth}, {50 + width / 3, 100}, {50 + width, 100 - rise}};
    } else {
        points = {
            {50, 100}, {50, depth}, {50 + std::abs(width) / 3, 0}, {50 + std::abs(width), rise}};
    }
    for (Point& point : points) {
        point = shaken(point, 3, chance);
    }
    return chance.isSo(0.6) ? smoothStroke(points) : polyline({points[0], points[2], points[3]});
}

Stroke waveStroke(Chance& chance)
{
    const int halves = chance.wholeBetween(3, 8);
    const double height = chance.between(8, 24);
    Stroke points;
    for (int i = 0; i <= halves * 2; ++i) {
        const double across = i % 2 == 0 ? 0 : (i % 4 == 1 ? -height : height);
        points.push_back(shaken({100.0 * i / (halves * 2), 50 + across}, 2, chance));
    }
    turn(points, Turn::ofHalf(chance.around(0.15)));
    return smoothStroke(points);
}

} // namespace

Ink drawScribble(Chance& chance)
{
    switch (chance.below(8)) {
    case 0:
    case 1:
        return {walk(chance)};
    case 2:
        return {zigzag(chance)};
    case 3:
        return hatching(chance);
    case 4:
        return {loops(chance.between(80, 260), chance)};
    case 5:
        return {loops(chance.between(0, 30), chance)};
    case 6: {
        Stroke first = walk(chance);
        return {std::move(first), zigzag(chance)};
    }
    default:
        return {tangle(chance)};
    }
}

Ink drawLine(Chance& chance)
{
    switch (chance.below(5)) {
    case 0:
        return {lineStroke(chance)};
    case 1:
    case 2:
        return {arcStroke(chance)};
    case 3:
        return {hookStroke(chance)};
    default:
        return {waveStroke(chance)};
    }
}

Ink drawSmudge(Chance& chance)
{
    // One point in each quarter: all in a row would be a thick 1.
    Stroke points;
    for (const auto& [x, y] : {Point{25, 25}, Point{75, 75}, Point{75, 25}, Point{25, 75}}) {
        points.push_back(shaken({x, y}, 12, chance));
    }
    const int more = chance.wholeBetween(0, 4);
    for (int i = 0; i < more; ++i) {
        points.push_back(anywhere(chance));
    }
    turn(points, Turn::any(chance));
    return {smoothStroke(points)};
}

Ink drawDots(Chance& chance)
{
    const int count = chance.isSo(0.35) ? 1 : chance.wholeBetween(2, 9);
    Ink ink;
    for (int i = 0; i < count; ++i) {
        const Point at = anywhere(chance);
        ink.push_back({at});
        // A dot alone must be one point: any line, however short, is drawn as large as a digit.
        if (count > 1 && chance.isSo(0.3)) {
            ink.back().push_back(shaken(at, 4, chance));
        }
    }
    return ink;
}

Ink strikeOut(Ink ink, Chance& chance)
{
    const double kind = chance.fraction();
    if (kind < 0.45) {
        const int count = chance.wholeBetween(2, 4);
        const double fall = chance.between(-40, 20);
        for (int i = 0; i < count; ++i) {
            const double y = 100.0 * (i + 1) / (count + 1);
            const double start = y - fall / 2 + chance.around(6);
            const double end = y + fall / 2 + chance.around(6);
            ink.push_back(smoothStroke({{-20, start}, {50, y}, {120, end}}));
        }
    } else if (kind < 0.7) {
        for (const auto& [from, to] :
             {std::pair<Point, Point>{{-5, 0}, {105, 100}}, {{105, 0}, {-5, 100}}}) {
            const Point start = shaken(from, 8, chance);
            ink.push_back({start, shaken(to, 8, chance)});
        }
    } else {
        ink.push_back(zigzag(chance));
    }
    return ink;
}

} // namespace digitpad
