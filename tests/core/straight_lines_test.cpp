// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/straight_lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

using namespace digitpad;

namespace {

constexpr int kWidth = 400;
constexpr int kHeight = 300;

/// Draws a line of soft edges between two columns whose middle is at rowAt(column).
void draw(
    Plane& plane, const std::function<double(int)>& rowAt, double width, float level, int from = 0,
    int to = kWidth)
{
    for (int x = from; x < to; ++x) {
        for (int y = 0; y < plane.height; ++y) {
            const double part =
                std::clamp(width / 2 + 0.5 - std::abs(y + 0.5 - rowAt(x)), 0.0, 1.0);
            plane.at(x, y) = std::max(plane.at(x, y), level * static_cast<float>(part));
        }
    }
}

void addNoise(Plane& plane, float deviation)
{
    std::mt19937 random(4);
    std::normal_distribution<float> noise(0, deviation);
    for (float& value : plane.values) {
        value += noise(random);
    }
}

} // namespace

TEST(StraightLines, FollowsALine)
{
    Plane plane(kWidth, kHeight);
    const auto rowAt = [](int x) { return 120 + 0.1 * x; };
    draw(plane, rowAt, 3, 0.4F);
    const std::vector<StraightLine> lines = straightLines(plane);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_TRUE(lines[0].isAcross);
    EXPECT_NEAR(lines[0].level, 0.4, 0.1);
    EXPECT_NEAR(lines[0].width, 4, 1.5);
    EXPECT_GT(lines[0].span, 0.95);
    ASSERT_EQ(lines[0].middles.size(), std::size_t{kWidth});
    for (int x = 0; x < kWidth; x += 20) {
        EXPECT_NEAR(lines[0].middles[static_cast<std::size_t>(x)], rowAt(x), 0.6);
    }
}

TEST(StraightLines, FindsWhatIsFainterThanTheNoise)
{
    Plane plane(kWidth, kHeight);
    for (const double row : {40.0, 130.0, 220.0}) {
        draw(
            plane, [row](int x) { return row - 0.05 * x; }, 3, 0.06F);
    }
    addNoise(plane, 0.07F);
    EXPECT_EQ(straightLines(plane).size(), 3U);
}

TEST(StraightLines, GoesOnBehindWhatCrosses)
{
    Plane plane(kWidth, kHeight);
    draw(
        plane, [](int) { return 150.0; }, 2, 0.3F);
    draw(
        plane, [](int x) { return 5.0 * x - 700; }, 60, 1);
    const std::vector<StraightLine> lines = straightLines(plane);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_TRUE(lines[0].isAcross);
}

TEST(StraightLines, SaysHowFarALineGoes)
{
    Plane plane(kWidth, kHeight);
    draw(
        plane, [](int) { return 80.0; }, 3, 0.5F, 100, 300);
    draw(
        plane, [](int) { return 200.0; }, 3, 0.5F, 100, 220); // too short
    const std::vector<StraightLine> lines = straightLines(plane);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_FALSE(lines[0].isAcross);
    EXPECT_NEAR(lines[0].span, 0.5, 0.05);
}

TEST(StraightLines, LeavesWhatIsBentSteepOrThick)
{
    Plane plane(kWidth, kHeight);
    draw(
        plane, [](int x) { return 150 + 80 * std::sin(x / 60.0); }, 3, 0.5F);
    EXPECT_TRUE(straightLines(plane).empty());
    plane = Plane(kWidth, kHeight);
    draw(
        plane, [](int x) { return 0.5 * x; }, 3, 0.5F);
    EXPECT_TRUE(straightLines(plane).empty());
    plane = Plane(kWidth, kHeight);
    draw(
        plane, [](int) { return 150.0; }, 40, 0.5F);
    EXPECT_TRUE(straightLines(plane).empty());
}

TEST(StraightLines, FindsNoneInNoise)
{
    Plane plane(kWidth, kHeight);
    addNoise(plane, 0.1F);
    EXPECT_TRUE(straightLines(plane).empty());
}

TEST(StraightLines, IsDefinedForEverySize)
{
    for (const auto& [width, height] : {std::pair{1, 1}, {5, 1}, {1, 5}, {7, 300}, {300, 7}}) {
        Plane plane(width, height);
        addNoise(plane, 0.1F);
        for (const StraightLine& line : straightLines(plane)) {
            EXPECT_EQ(line.middles.size(), static_cast<std::size_t>(width));
        }
    }
}
