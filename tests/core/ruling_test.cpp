// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/ruling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

using namespace digitpad;

namespace {

struct Place {
    double x = 0;
    double y = 0;
};

/// Draws a stroke of soft edges.
void draw(Plane& plane, Place from, Place to, double width, float level)
{
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    for (int y = 0; y < plane.height; ++y) {
        for (int x = 0; x < plane.width; ++x) {
            const double px = x + 0.5 - from.x;
            const double py = y + 0.5 - from.y;
            const double along = std::clamp((px * dx + py * dy) / (dx * dx + dy * dy), 0.0, 1.0);
            const double away = std::hypot(px - along * dx, py - along * dy);
            const double part = std::clamp(width / 2 + 0.5 - away, 0.0, 1.0);
            plane.at(x, y) = std::max(plane.at(x, y), level * static_cast<float>(part));
        }
    }
}

InkMap mapOf(Plane ink)
{
    const float threshold = edgeThreshold(ink);
    return {.ink = std::move(ink), .threshold = threshold};
}

/// A barred 7, 160 high in a picture of 400 × 400, its bar at the given row.
Plane seven(double bar, double pen = 10)
{
    Plane plane(400, 400);
    draw(plane, {140, 120}, {250, 120}, pen, 0.8F);
    draw(plane, {250, 120}, {190, 280}, pen, 0.8F);
    draw(plane, {170, bar}, {260, bar}, pen, 0.8F);
    return plane;
}

void rule(Plane& plane, double pitch, double first, double width, float level)
{
    for (double y = first; y < plane.height; y += pitch) {
        draw(plane, {-5, y}, {405, y + 12}, width, level);
    }
}

void drawUpright(Plane& plane, double pitch, double first, double width, float level)
{
    for (double x = first; x < plane.width; x += pitch) {
        draw(plane, {x, -5}, {x - 12, 405}, width, level);
    }
}

double sumOf(const Plane& plane)
{
    double sum = 0;
    for (const float value : plane.values) {
        sum += value;
    }
    return sum;
}

/// How much of the first there is in both, as a part of all there is in either.
double overlap(const Plane& a, const Plane& b)
{
    double both = 0;
    double either = 0;
    for (std::size_t i = 0; i < a.values.size(); ++i) {
        both += std::min(a.values[i], b.values[i]);
        either += std::max(a.values[i], b.values[i]);
    }
    return both / either;
}

} // namespace

TEST(Ruling, LeavesADigitWhole)
{
    for (const double pen : {4.0, 10.0, 30.0}) {
        InkMap map = mapOf(seven(205, pen));
        EXPECT_FALSE(removeRuling(map));
        EXPECT_EQ(map.ink.values, seven(205, pen).values);
    }
}

TEST(Ruling, TakesLinesAway)
{
    for (const double pitch : {30.0, 55.0, 120.0}) {
        Plane plane = seven(205);
        rule(plane, pitch, 17, 3, 0.3F);
        InkMap map = mapOf(std::move(plane));
        EXPECT_TRUE(removeRuling(map));
        EXPECT_GT(overlap(map.ink, seven(205)), 0.9) << pitch;
        EXPECT_NEAR(map.threshold, edgeThreshold(seven(205)), 0.05);
    }
}

TEST(Ruling, TakesSquaresAway)
{
    for (const double pitch : {25.0, 40.0, 90.0}) {
        Plane plane = seven(205);
        rule(plane, pitch, 11, 2, 0.35F);
        drawUpright(plane, pitch, 23, 2, 0.35F);
        InkMap map = mapOf(std::move(plane));
        EXPECT_TRUE(removeRuling(map));
        EXPECT_GT(overlap(map.ink, seven(205)), 0.88) << pitch;
    }
}

TEST(Ruling, KeepsTheBarOfASevenThatLiesOnALine)
{
    Plane plane(400, 400);
    for (double y = 25; y < 400; y += 60) {
        draw(plane, {-5, y}, {405, y}, 3, 0.3F);
    }
    const Plane digit = seven(205);
    std::ranges::transform(plane.values, digit.values, plane.values.begin(), [](float a, float b) {
        return std::max(a, b);
    });
    InkMap map = mapOf(std::move(plane));
    EXPECT_TRUE(removeRuling(map));
    EXPECT_GT(overlap(map.ink, digit), 0.9);
}

TEST(Ruling, TakesAMarginAway)
{
    Plane plane = seven(205);
    drawUpright(plane, 1000, 90, 3, 0.4F);
    InkMap map = mapOf(std::move(plane));
    EXPECT_TRUE(removeRuling(map));
    EXPECT_GT(overlap(map.ink, seven(205)), 0.95);
}

TEST(Ruling, KeepsADigitThatFillsItsPicture)
{
    // A 1, and a 7 of straight bars, cropped as tightly as can be.
    Plane one(120, 300);
    draw(one, {60, -10}, {60, 310}, 14, 0.9F);
    Plane corner(300, 300);
    draw(corner, {-10, 8}, {310, 8}, 16, 0.9F);
    draw(corner, {290, 8}, {120, 310}, 16, 0.9F);
    for (const Plane& plane : {one, corner}) {
        InkMap map = mapOf(plane);
        removeRuling(map);
        EXPECT_NEAR(sumOf(map.ink), sumOf(plane), 1e-3 * sumOf(plane));
    }
}
