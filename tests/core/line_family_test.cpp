// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/line_family.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <vector>

using namespace digitpad;

namespace {

constexpr int kSide = 400;
constexpr float kLevel = 0.4F;

/// Fans out like lines seen from one side: the further down, the steeper.
float rowAt(double first, double x)
{
    return static_cast<float>(first + (x / kSide - 0.5) * first / 10);
}

StraightLine lineAt(double first, bool isAcross = true)
{
    StraightLine line{.middles = {}, .width = 5, .level = kLevel, .span = 1, .isAcross = isAcross};
    for (int x = 0; x < kSide; ++x) {
        line.middles.push_back(rowAt(first, x));
    }
    return line;
}

void draw(Plane& plane, double first, int left, int right)
{
    for (int x = left; x < right; ++x) {
        const auto middle = static_cast<int>(rowAt(first, x));
        for (int y = middle - 2; y <= middle + 2; ++y) {
            plane.at(x, y) = kLevel;
        }
    }
}

double middleOf(const StraightLine& line)
{
    return line.middles[kSide / 2];
}

std::vector<double> middlesOf(const std::vector<StraightLine>& lines)
{
    std::vector<double> middles;
    std::ranges::transform(lines, std::back_inserter(middles), middleOf);
    std::ranges::sort(middles);
    return middles;
}

} // namespace

TEST(HiddenLines, AreFoundBetweenTheOthersAndBeyond)
{
    Plane ink(kSide, kSide);
    for (const double row : {60.0, 140.0, 300.0}) {
        draw(ink, row, 0, kSide);
    }
    draw(ink, 220, 250, kSide); // a digit covers most of it
    draw(ink, 380, 0, 140);
    const std::vector lines{lineAt(60), lineAt(140), lineAt(300)};
    const auto found = withHiddenLines(lines, ink);
    const std::vector<double> rows = middlesOf(found);
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_NEAR(rows[2], 220, 2);
    EXPECT_NEAR(rows[4], 380, 2);
    for (const StraightLine& line : found) { // along with their neighbours
        const double fall = line.middles.back() - line.middles.front();
        EXPECT_NEAR(fall, middleOf(line) / 10, 1.5);
    }
}

TEST(HiddenLines, TakeThePlaceOfThoseMadeOutBadly)
{
    Plane ink(kSide, kSide);
    for (const double row : {100.0, 200.0, 300.0}) {
        draw(ink, row, 0, kSide);
    }
    StraightLine tilted = lineAt(200, false);
    for (int x = 0; x < kSide; ++x) {
        tilted.middles[static_cast<std::size_t>(x)] += static_cast<float>(2 * x - kSide) / 80.0F;
    }
    const auto found = withHiddenLines({lineAt(100), tilted, lineAt(300)}, ink);
    ASSERT_EQ(found.size(), 3U);
    for (const StraightLine& line : found) {
        EXPECT_NEAR(line.middles.back(), rowAt(middleOf(line), kSide - 1), 2);
    }
}

TEST(HiddenLines, AreNoStrokes)
{
    Plane ink(kSide, kSide);
    draw(ink, 100, 0, kSide);
    draw(ink, 300, 0, kSide);
    draw(ink, 150, 100, 300);         // a bar of half the width, where no line is due
    for (int x = 0; x < kSide; ++x) { // and a wide band
        for (int y = 220; y < 260; ++y) {
            ink.at(x, y) = kLevel;
        }
    }
    EXPECT_EQ(middlesOf(withHiddenLines({lineAt(100), lineAt(300)}, ink)).size(), 2U);
}

TEST(HiddenLines, NeedOneThatGoesAcross)
{
    Plane ink(kSide, kSide);
    draw(ink, 100, 0, kSide);
    draw(ink, 200, 0, kSide);
    EXPECT_EQ(withHiddenLines({lineAt(100, false)}, ink).size(), 1U);
    EXPECT_TRUE(withHiddenLines({}, ink).empty());
    EXPECT_EQ(withHiddenLines({lineAt(100)}, Plane(kSide, kSide)).size(), 1U);
}
