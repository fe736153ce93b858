// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/surroundings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace digitpad;

namespace {

void fill(Plane& plane, int left, int top, int right, int bottom, float level)
{
    for (int y = std::max(top, 0); y < std::min(bottom, plane.height); ++y) {
        for (int x = std::max(left, 0); x < std::min(right, plane.width); ++x) {
            plane.at(x, y) = level;
        }
    }
}

/// A faint 4 of straight strokes in a picture of 300 × 300.
Plane four(float level)
{
    Plane plane(300, 300);
    fill(plane, 110, 100, 118, 170, level);
    fill(plane, 110, 162, 190, 170, level);
    fill(plane, 160, 120, 168, 210, level);
    return plane;
}

InkMap mapOf(Plane ink)
{
    const float threshold = edgeThreshold(ink);
    return {.ink = std::move(ink), .threshold = threshold};
}

} // namespace

TEST(Surroundings, AreTakenAwayFromFaintInk)
{
    Plane plane = four(0.2F);
    fill(plane, 0, 0, 40, 300, 0.9F);    // a table to the left
    fill(plane, 0, 260, 300, 300, 0.8F); // and below
    InkMap map = mapOf(std::move(plane));
    EXPECT_GT(map.threshold, 0.3F);
    EXPECT_TRUE(removeSurroundings(map));
    EXPECT_NEAR(map.threshold, 0.1F, 0.03F);
    EXPECT_EQ(map.ink.values, four(0.2F).values);
}

TEST(Surroundings, AreNotWhatIsWritten)
{
    InkMap map = mapOf(four(0.5F));
    EXPECT_FALSE(removeSurroundings(map));
    // Nor is a stroke that the picture's edge cuts off.
    Plane plane = four(0.5F);
    fill(plane, 160, 120, 168, 300, 0.5F);
    map = mapOf(plane);
    EXPECT_FALSE(removeSurroundings(map));
    EXPECT_EQ(map.ink.values, plane.values);
}

TEST(Surroundings, AreNoNetOfLines)
{
    // Squared paper: a net that comes in along every edge, and what is written hangs on it.
    Plane plane = four(0.5F);
    for (int line = 13; line < 300; line += 38) {
        fill(plane, line, 0, line + 4, 300, 0.4F);
        fill(plane, 0, line, 300, line + 4, 0.4F);
    }
    InkMap map = mapOf(plane);
    EXPECT_FALSE(removeSurroundings(map));
    EXPECT_EQ(map.ink.values, plane.values);
    // It stays where it is when a table beside it is taken away.
    Plane onTable = plane;
    fill(onTable, 0, 0, 40, 300, 0.9F);
    map = mapOf(onTable);
    EXPECT_TRUE(removeSurroundings(map));
    EXPECT_EQ(map.ink.at(20, 150), 0.0F);
    EXPECT_EQ(map.ink.at(114, 150), 0.5F);
    EXPECT_EQ(map.ink.at(200, 15), 0.4F);
}

TEST(Surroundings, StayWhereNothingIsInside)
{
    Plane plane(300, 300);
    fill(plane, 0, 0, 300, 80, 0.9F);
    InkMap map = mapOf(plane);
    EXPECT_FALSE(removeSurroundings(map));
    EXPECT_EQ(map.ink.values, plane.values);
}

TEST(Surroundings, AreNotLookedForInSmallPictures)
{
    Plane plane(40, 40);
    fill(plane, 0, 0, 40, 10, 0.9F);
    fill(plane, 18, 18, 22, 36, 0.9F);
    InkMap map = mapOf(std::move(plane));
    EXPECT_FALSE(removeSurroundings(map));
}
