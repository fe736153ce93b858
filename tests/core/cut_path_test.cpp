// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/cut_path.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace digitpad;

namespace {

void fill(Plane& ink, int left, int top, int right, int bottom)
{
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            ink.at(x, y) = 1;
        }
    }
}

} // namespace

TEST(FindCuts, CutsTheBridgeBetweenTwoBlocks)
{
    Plane ink(40, 30);
    fill(ink, 0, 0, 15, 30);
    fill(ink, 25, 0, 40, 30);
    fill(ink, 15, 14, 25, 16);
    const auto cuts = findCuts(ink, 10);
    ASSERT_EQ(cuts.size(), 1U);
    EXPECT_NEAR(cuts[0].ink, 2, 0.1);
    ASSERT_EQ(cuts[0].columns.size(), 30U);
    for (const int column : cuts[0].columns) {
        EXPECT_GE(column, 15);
        EXPECT_LE(column, 25);
    }
}

TEST(FindCuts, CountsTheStrokesOfALoop)
{
    Plane ring(40, 30);
    fill(ring, 0, 0, 15, 30);
    fill(ring, 25, 0, 40, 30);
    fill(ring, 15, 4, 25, 6);
    const auto touching = findCuts(ring, 10);
    ASSERT_EQ(touching.size(), 1U);
    EXPECT_EQ(touching[0].strokes, 1);
    fill(ring, 15, 24, 25, 26);
    const auto loop = findCuts(ring, 10);
    ASSERT_EQ(loop.size(), 1U);
    EXPECT_EQ(loop[0].strokes, 2);
}

TEST(FindCuts, GoesAroundInk)
{
    // Two slanted strokes: no upright line lies between them, a slanted one does.
    Plane ink(60, 30);
    for (int y = 0; y < 30; ++y) {
        const int left = 29 - y;
        fill(ink, left, y, left + 5, y + 1);
        fill(ink, left + 20, y, left + 25, y + 1);
    }
    fill(ink, 20, 29, 25, 30); // and a touch at the foot
    fill(ink, 5, 29, 20, 30);
    const auto cuts = findCuts(ink, 5);
    ASSERT_GE(cuts.size(), 1U);
    const CutPath& best = *std::ranges::min_element(cuts, {}, &CutPath::ink);
    EXPECT_LE(best.ink, 2);
    EXPECT_GT(best.columns.front(), best.columns.back() + 10);
}

TEST(FindCuts, LeavesInkOnBothSides)
{
    Plane block(20, 20);
    fill(block, 5, 0, 15, 20);
    EXPECT_TRUE(findCuts(block, 3).empty());
    EXPECT_TRUE(findCuts(Plane(20, 20), 3).empty());
    EXPECT_TRUE(findCuts(Plane(2, 20, 1), 30).empty());
    EXPECT_TRUE(findCuts(Plane(1, 1, 1), 30).empty());
}

TEST(FindCuts, GoFromLeftToRight)
{
    Plane ink(100, 20); // five blocks with bridges 4, 1, 3 and 2 high
    const int bridges[] = {4, 1, 3, 2};
    for (int block = 0; block < 5; ++block) {
        fill(ink, block * 20, 0, block * 20 + 12, 20);
        if (block < 4) {
            fill(ink, block * 20 + 12, 8, block * 20 + 20, 8 + bridges[block]);
        }
    }
    const auto all = findCuts(ink, 10);
    ASSERT_EQ(all.size(), 4U);
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_NEAR(all[i].ink, bridges[i], 0.1);
    }
    EXPECT_LT(all[1].columns[10], all[2].columns[10]);
    EXPECT_EQ(findCuts(ink, 2.5).size(), 2U);
}
