// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/ink_map.h"

#include "core/picture/prepare.h"
#include "tests/core/picture.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace digitpad;
using tests::Picture;
using tests::Pixel;

namespace {

constexpr Pixel kWhite{250, 250, 247, 255};
constexpr Pixel kWood{90, 60, 40, 255};
constexpr Pixel kPen{30, 30, 60, 255};

void fill(Picture& picture, int left, int top, int right, int bottom, const Pixel& colour)
{
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            std::copy_n(colour.begin(), 4, picture.at(x, y));
        }
    }
}

/// Whether a pixel of the picture is ink on the map.
bool isInk(const InkMap& map, int x, int y)
{
    const int column = (x - map.left) / map.cell;
    const int row = (y - map.top) / map.cell;
    return x >= map.left && y >= map.top && column < map.ink.width && row < map.ink.height &&
           map.ink.at(column, row) > map.threshold;
}

} // namespace

TEST(InkMap, SaysWhereInThePictureItIs)
{
    for (const int scale : {1, 3, 9}) {
        Picture picture(300 * scale, 220 * scale, kWhite);
        fill(picture, 140 * scale, 70 * scale, 152 * scale, 150 * scale, kPen);
        const InkMap map = inkOf(picture.view());
        EXPECT_TRUE(isInk(map, 146 * scale, 75 * scale)) << scale;
        EXPECT_TRUE(isInk(map, 146 * scale, 145 * scale)) << scale;
        EXPECT_FALSE(isInk(map, 130 * scale, 110 * scale)) << scale;
        EXPECT_FALSE(isInk(map, 146 * scale, 160 * scale)) << scale;
        EXPECT_EQ(map.paper.left, 0);
        EXPECT_EQ(map.paper.top, 0);
        EXPECT_EQ(map.paper.right, picture.width);
        EXPECT_EQ(map.paper.bottom, picture.height);
    }
}

TEST(InkMap, KnowsTheSheetOnATable)
{
    Picture picture(900, 700, kWood);
    fill(picture, 200, 150, 700, 600, kWhite);
    fill(picture, 430, 300, 450, 450, kPen);
    const InkMap map = inkOf(picture.view());
    EXPECT_TRUE(isInk(map, 440, 310));
    EXPECT_TRUE(isInk(map, 440, 440));
    EXPECT_FALSE(isInk(map, 400, 380));
    EXPECT_NEAR(map.paper.left, 200, 30);
    EXPECT_NEAR(map.paper.top, 150, 30);
    EXPECT_NEAR(map.paper.right, 700, 30);
    EXPECT_NEAR(map.paper.bottom, 600, 30);
}

TEST(InkMap, KnowsWhereATableReachesIn)
{
    Picture picture(600, 600, kWhite);
    fill(picture, 0, 0, 120, 600, kWood);
    fill(picture, 330, 200, 350, 400, kPen);
    const InkMap map = inkOf(picture.view());
    EXPECT_TRUE(isInk(map, 340, 300));
    EXPECT_FALSE(isInk(map, 60, 300));
    EXPECT_NEAR(map.paper.left, 120, 20);
    EXPECT_EQ(map.paper.right, 600);
    EXPECT_EQ(map.paper.top, 0);
    EXPECT_EQ(map.paper.bottom, 600);
}

TEST(InkMap, TakesTransparencyForInk)
{
    Picture picture(200, 100, {0, 0, 0, 0});
    fill(picture, 90, 20, 100, 80, kWhite);
    const InkMap map = inkOf(picture.view());
    EXPECT_TRUE(isInk(map, 95, 50));
    EXPECT_FALSE(isInk(map, 50, 50));
    EXPECT_EQ(map.paper.right, 200);
}
