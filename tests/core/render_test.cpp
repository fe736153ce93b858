// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/render.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <random>
#include <utility>

namespace digitpad {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

const Ink& five()
{
    static const Ink kFive = {
        {{30, 4}, {24, 40}, {50, 38}, {76, 52}, {80, 76}, {60, 95}, {34, 99}, {10, 88}},
        {{30, 4}, {92, 1}}};
    return kFive;
}

Ink moved(const Ink& ink, double scale, double dx, double dy)
{
    Ink result = ink;
    for (Stroke& stroke : result) {
        for (Point& point : stroke) {
            point = {point.x * scale + dx, point.y * scale + dy};
        }
    }
    return result;
}

int greatestDifference(const Glyph& a, const Glyph& b)
{
    int greatest = 0;
    for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
        greatest = std::max(greatest, std::abs(a.pixels[i] - b.pixels[i]));
    }
    return greatest;
}

/// The inked pixels' columns and rows, first and last.
struct Extent {
    int left = Glyph::kSide;
    int top = Glyph::kSide;
    int right = -1;
    int bottom = -1;

    explicit Extent(const Glyph& glyph)
    {
        for (int y = 0; y < Glyph::kSide; ++y) {
            for (int x = 0; x < Glyph::kSide; ++x) {
                if (glyph.at(x, y) > 0) {
                    left = std::min(left, x);
                    right = std::max(right, x);
                    top = std::min(top, y);
                    bottom = std::max(bottom, y);
                }
            }
        }
    }
    [[nodiscard]] int width() const { return right - left + 1; }
    [[nodiscard]] int height() const { return bottom - top + 1; }
};

Point centreOfMass(const Glyph& glyph)
{
    double mass = 0;
    Point sum;
    for (int y = 0; y < Glyph::kSide; ++y) {
        for (int x = 0; x < Glyph::kSide; ++x) {
            mass += glyph.at(x, y);
            sum.x += glyph.at(x, y) * x;
            sum.y += glyph.at(x, y) * y;
        }
    }
    return {sum.x / mass, sum.y / mass};
}

int mass(const Glyph& glyph)
{
    return std::accumulate(glyph.pixels.begin(), glyph.pixels.end(), 0);
}

TEST(RenderInk, DrawsAVerticalLineOfThePensWidth)
{
    const Glyph glyph = renderInk({{{0, 0}, {0, 100}}}, {.penWidth = 3});
    // 3 pixels wide with its middle in the middle of column 14.
    EXPECT_EQ(glyph.at(12, 14), 0);
    EXPECT_EQ(glyph.at(13, 14), 255);
    EXPECT_EQ(glyph.at(14, 14), 255);
    EXPECT_EQ(glyph.at(15, 14), 255);
    EXPECT_EQ(glyph.at(16, 14), 0);
    const Extent extent(glyph);
    EXPECT_EQ(extent.width(), 3);
    EXPECT_LE(extent.height(), 21); // 20, which begin half-way in a pixel
    EXPECT_GE(extent.height(), 19);
}

TEST(RenderInk, HalfCoversAPixelThatTheEdgeHalves)
{
    const Glyph glyph = renderInk({{{0, 0}, {0, 100}}}, {.penWidth = 2});
    EXPECT_EQ(glyph.at(14, 14), 255);
    EXPECT_NEAR(glyph.at(13, 14), 127.5, 1);
    EXPECT_NEAR(glyph.at(15, 14), 127.5, 1);
}

TEST(RenderInk, FillsTheBoxAndNoMore)
{
    for (const double penWidth : {0.5, 2.4, 8.0}) {
        const Extent extent(renderInk(five(), {.penWidth = penWidth}));
        EXPECT_LE(std::max(extent.width(), extent.height()), 21) << penWidth;
        EXPECT_GE(std::max(extent.width(), extent.height()), 18) << penWidth;
    }
}

TEST(RenderInk, CentresTheMassWhereMnistHasIt)
{
    // A hairline is sampled too coarsely to be placed as exactly as a pen.
    const std::array<std::pair<double, double>, 4> pens = {
        {{0.5, 0.25}, {1.7, 0.05}, {2.4, 0.05}, {5.0, 0.05}}};
    for (const auto& [penWidth, tolerance] : pens) {
        const Point centre = centreOfMass(renderInk(five(), {.penWidth = penWidth}));
        EXPECT_NEAR(centre.x, Glyph::kCentreOfMass, tolerance) << penWidth;
        EXPECT_NEAR(centre.y, Glyph::kCentreOfMass, tolerance) << penWidth;
    }
}

TEST(RenderInk, DoesNotDependOnSizeAndPlace)
{
    const Glyph glyph = renderInk(five());
    for (const double scale : {1e-3, 0.37, 1.0, 12.5, 1e6}) {
        for (const double shift : {0.0, -1234.5, 99.0}) {
            const Ink other = moved(five(), scale, shift * scale, -2 * shift * scale);
            EXPECT_LE(greatestDifference(renderInk(other), glyph), 1) << scale << " " << shift;
        }
    }
}

TEST(RenderInk, KeepsTheShape)
{
    const Extent wide(renderInk({{{0, 0}, {300, 0}, {300, 100}, {0, 100}, {0, 0}}}));
    EXPECT_NEAR(wide.width(), 20, 1);
    EXPECT_NEAR(wide.height(), 20.0 / 3 + 3.4 * 2 / 3, 1.5);
    const Extent high(renderInk({{{0, 0}, {100, 0}, {100, 300}, {0, 300}, {0, 0}}}));
    EXPECT_NEAR(high.height(), 20, 1);
    EXPECT_EQ(high.width(), wide.height());
}

TEST(RenderInk, DoesNotDependOnTheNumberOfPointsOfALine)
{
    Ink dense = {{}};
    for (int i = 0; i <= 1000; ++i) {
        dense[0].push_back({i * 0.05, i * 0.1});
    }
    EXPECT_LE(greatestDifference(renderInk(dense), renderInk({{{0, 0}, {50, 100}}})), 4);
}

TEST(RenderInk, TellsThePensWidthsApart)
{
    int last = 0;
    for (const double penWidth : {0.5, 1.0, 2.0, 3.0, 4.0, 8.0}) {
        const int now = mass(renderInk(five(), {.penWidth = penWidth}));
        EXPECT_GT(now, last) << penWidth;
        last = now;
    }
}

TEST(RenderInk, TakesAPenOutOfItsRangeAsTheNearestInIt)
{
    EXPECT_EQ(renderInk(five(), {.penWidth = -3}), renderInk(five(), {.penWidth = 0.5}));
    EXPECT_EQ(renderInk(five(), {.penWidth = kInfinity}), renderInk(five(), {.penWidth = 8}));
    EXPECT_EQ(renderInk(five(), {.penWidth = kNan}), renderInk(five()));
}

TEST(RenderInk, GivesABlankGlyphForNoInk)
{
    EXPECT_TRUE(renderInk({}).isBlank());
    EXPECT_TRUE(renderInk({{}}).isBlank());
    EXPECT_TRUE(renderInk({{}, {}, {}}).isBlank());
    EXPECT_TRUE(renderInk({{{kNan, 0}, {0, kInfinity}}, {{-kInfinity, kNan}}}).isBlank());
}

TEST(RenderInk, DrawsADotForOnePlace)
{
    const Glyph dot = renderInk({{{5, 5}}});
    EXPECT_EQ(dot.at(14, 14), 255);
    const Extent extent(dot);
    EXPECT_EQ(extent.width(), 3);
    EXPECT_EQ(extent.height(), 3);
    EXPECT_EQ(renderInk({{{-1e9, 3e7}}}), dot);
    EXPECT_EQ(renderInk({{{5, 5}, {5, 5}, {5, 5}}}), dot);
    EXPECT_EQ(renderInk({{{5, 5}}, {{5, 5}}, {}}), dot);
    EXPECT_FALSE(renderInk({{{0, 0}}}, {.penWidth = 0.5}).isBlank());
}

TEST(RenderInk, LeavesOutPointsThatAreNotFinite)
{
    Ink ink = five();
    ink[0].insert(ink[0].begin(), {kNan, 12});
    ink[0].insert(ink[0].begin() + 3, {kInfinity, kInfinity});
    ink[1].push_back({4, -kInfinity});
    ink.push_back({{kNan, kNan}});
    EXPECT_EQ(renderInk(ink), renderInk(five()));
}

TEST(RenderInk, TakesTheGreatestAndTheSmallestNumbers)
{
    const double greatest = std::numeric_limits<double>::max();
    const Glyph diagonal = renderInk({{{0, 0}, {1, 1}}});
    EXPECT_EQ(renderInk({{{-greatest, -greatest}, {greatest, greatest}}}), diagonal);
    EXPECT_EQ(renderInk({{{-1e300, -1e300}, {1e300, 1e300}}}), diagonal);
    EXPECT_EQ(renderInk({{{0, 0}, {1e-300, 1e-300}}}), diagonal);
    const double smallest = std::numeric_limits<double>::denorm_min();
    EXPECT_FALSE(renderInk({{{0, 0}, {smallest, smallest}}}).isBlank());
    // One point far away leaves a dot of everything else.
    const Extent extent(renderInk({{{0, 0}, {1, 5}, {3, 2}}, {{1e300, 0}}}));
    EXPECT_NEAR(extent.width(), 20, 1);
    EXPECT_EQ(extent.height(), 3);
}

TEST(RenderInk, KeepsAllInkInsideWhenTheMassIsAtOneEnd)
{
    // A heavy bar with a long thin line: centred by mass, the line would leave the glyph.
    Ink ink = {{{0, 50}, {100, 50}}};
    for (int x = 85; x <= 100; ++x) {
        ink.push_back({{static_cast<double>(x), 0}, {static_cast<double>(x), 100}});
    }
    const Glyph glyph = renderInk(ink, {.penWidth = 1});
    const Extent extent(glyph);
    EXPECT_NEAR(extent.width(), 20, 1);
    EXPECT_EQ(extent.left, 0);
    EXPECT_GT(centreOfMass(glyph).x, Glyph::kCentreOfMass + 0.2);
    EXPECT_NEAR(centreOfMass(glyph).y, Glyph::kCentreOfMass, 0.05);
}

TEST(RenderInk, TakesAHundredThousandPoints)
{
    std::mt19937_64 random(1);
    Ink scribble = {{}};
    for (int i = 0; i < 100'000; ++i) {
        scribble[0].push_back(
            {static_cast<double>(random() % 1000), static_cast<double>(random() % 1000)});
    }
    const Glyph glyph = renderInk(scribble);
    EXPECT_EQ(glyph.at(14, 14), 255);
    EXPECT_NEAR(Extent(glyph).width(), 20, 1);

    Ink circle = {{}};
    for (int i = 0; i < 100'000; ++i) {
        circle[0].push_back({std::cos(i * 6.283186e-5), std::sin(i * 6.283186e-5)});
    }
    const Glyph ring = renderInk(circle);
    EXPECT_EQ(ring.at(14, 14), 0);
    EXPECT_EQ(ring.at(14, 6), 255);
    EXPECT_NEAR(mass(ring) / 255.0, 2 * M_PI * 8.3 * 2.4, 2);
}

TEST(RenderInk, LeavesUnpreparedInkWhereItLies)
{
    const InkOptions asItLies{.isPrepared = false};
    const Ink corner = {{{0.1, 0.1}, {0.1, 0.3}}};
    const Extent upperLeft(renderInk(corner, asItLies));
    EXPECT_EQ(upperLeft.left, 1);
    EXPECT_EQ(upperLeft.top, 1);
    EXPECT_LE(upperLeft.right, 4);
    EXPECT_LE(upperLeft.bottom, 10);

    const Extent lowerRight(renderInk(moved(corner, 1, 0.75, 0.5), asItLies));
    EXPECT_EQ(lowerRight.left, upperLeft.left + 21);
    EXPECT_EQ(lowerRight.top, upperLeft.top + 14);
    // As long as it is, and not as long as MNIST's digits are.
    EXPECT_EQ(lowerRight.height(), upperLeft.height());
    EXPECT_GE(Extent(renderInk(corner)).height(), 19);
}

TEST(RenderInk, LeavesOutUnpreparedInkBesideThePaper)
{
    const InkOptions asItLies{.isPrepared = false};
    EXPECT_TRUE(renderInk({{{-3, -3}, {-2, 5}}}, asItLies).isBlank());
    EXPECT_TRUE(renderInk({{{1e308, 1e308}}, {{-1e308, 5e-324}}}, asItLies).isBlank());
    EXPECT_TRUE(renderInk({{{kNan, 0.5}, {0.5, kInfinity}}}, asItLies).isBlank());
    const Ink half = {{{0.5, 0.5}, {1e300, 0.5}, {kNan, 0}, {0.5, -kInfinity}}};
    EXPECT_EQ(renderInk(half, asItLies), renderInk({{{0.5, 0.5}, {2, 0.5}}}, asItLies));
}

} // namespace
} // namespace digitpad
