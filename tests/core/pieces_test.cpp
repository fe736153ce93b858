// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/pieces.h"

#include "core/picture/digit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

using namespace digitpad;

namespace {

/// Rows of a picture: '#' full ink, '+' weak ink, all else paper.
InkMap drawn(const std::vector<std::string>& rows)
{
    InkMap map{
        .ink = Plane(static_cast<int>(rows[0].size()), static_cast<int>(rows.size())),
        .threshold = 0.5F};
    for (int y = 0; y < map.ink.height; ++y) {
        for (int x = 0; x < map.ink.width; ++x) {
            const char c = rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)];
            map.ink.at(x, y) = c == '#' ? 1 : c == '+' ? 0.3F : 0;
        }
    }
    return map;
}

} // namespace

TEST(FindPieces, JoinsDiagonallyAndThroughWeakInk)
{
    const Pieces found = findPieces(drawn({"#....#", ".#...+", ".....#", "......"}));
    ASSERT_EQ(found.pieces.size(), 2U);
    EXPECT_EQ(found.labels[0], 0);
    EXPECT_EQ(found.labels[7], 0);
    EXPECT_EQ(found.labels[5], 1);
    EXPECT_EQ(found.labels[17], 1);
    EXPECT_EQ(found.labels[18], kNoPiece);
    EXPECT_NEAR(found.pieces[1].mass, 2.3, 1e-6);
    EXPECT_EQ(found.pieces[1].box.top, 0);
    EXPECT_EQ(found.pieces[1].box.bottom, 3);
    EXPECT_TRUE(found.pieces[1].reachesEdge);
}

TEST(FindPieces, TellsWeakInkFromFull)
{
    const Pieces found = findPieces(drawn({".....", ".+.#.", "....."}));
    ASSERT_EQ(found.pieces.size(), 2U);
    EXPECT_FALSE(found.pieces[0].hasFullInk());
    EXPECT_TRUE(found.pieces[1].hasFullInk());
    EXPECT_FALSE(found.pieces[1].reachesEdge);
    EXPECT_TRUE(findPieces(drawn({"..", ".."})).pieces.empty());
}

TEST(FindWriting, KeepsWhatIsFarFromTheLargestPiece)
{
    std::vector<std::string> rows(40, std::string(200, '.'));
    for (std::size_t y = 10; y < 30; ++y) {
        rows[y].replace(10, 4, "####");
        rows[y].replace(180, 3, "###");
    }
    rows[20].replace(100, 2, "##"); // a speck
    const InkMap map = drawn(rows);
    const Pieces pieces = findPieces(map);
    const auto writing = findWriting(map, pieces);
    ASSERT_TRUE(writing.has_value());
    EXPECT_EQ(writing->pieces, (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(writing->ink.at(181, 20), 1);
    EXPECT_EQ(writing->ink.at(100, 20), 0);
    const auto digit = findDigit(map, pieces);
    ASSERT_TRUE(digit.has_value());
    EXPECT_EQ(digit->box.right, 14);
}

TEST(FindPieces, MeasuresStrokesAndTheirEdges)
{
    InkMap map{.ink = Plane(200, 200), .threshold = 0.5F};
    for (int y = 0; y < 200; ++y) {
        for (int x = 0; x < 200; ++x) {
            const double sharp = std::clamp((6 + 2 - std::abs(x - 40.0)) / 4, 0.0, 1.0);
            const double soft = std::clamp((16 + 10 - std::abs(x - 130.0)) / 20, 0.0, 1.0);
            map.ink.at(x, y) = static_cast<float>(std::max(sharp, soft));
        }
    }
    const Pieces found = findPieces(map);
    ASSERT_EQ(found.pieces.size(), 2U);
    EXPECT_NEAR(found.pieces[0].strokeWidth(), 16, 4); // 12, and what is missing of its edges
    EXPECT_NEAR(found.pieces[1].strokeWidth(), 43, 6); // 32, likewise
    EXPECT_NEAR(found.pieces[0].edgeWidth(), 4, 1);
    EXPECT_NEAR(found.pieces[1].edgeWidth(), 20, 4);
}

TEST(RaiseThreshold, LiesHalfWayUpTheStrongestInk)
{
    InkMap map = drawn({"..........", ".++.......", ".++..####.", "......#...", ".........."});
    map.threshold = 0.1F;
    raiseThreshold(map);
    EXPECT_FLOAT_EQ(map.threshold, 0.5F);
    raiseThreshold(map); // never lower
    EXPECT_FLOAT_EQ(map.threshold, 0.5F);
}

TEST(RaiseThreshold, IgnoresSpecksAndWhatComesFromOutside)
{
    InkMap map{.ink = Plane(300, 300), .threshold = 0.1F};
    for (int y = 0; y < 300; ++y) {
        for (int x = 0; x < 300; ++x) {
            const bool isTable = x < 30;
            const bool isStroke = x >= 100 && x < 110 && y >= 50 && y < 250;
            const bool isSpeck = x >= 200 && x < 203 && y >= 200 && y < 203;
            map.ink.at(x, y) = isTable || isSpeck ? 0.9F : isStroke ? 0.3F : 0;
        }
    }
    raiseThreshold(map);
    EXPECT_NEAR(map.threshold, 0.15F, 1e-4);
    InkMap blank{.ink = Plane(50, 50), .threshold = 0.2F};
    raiseThreshold(blank);
    EXPECT_FLOAT_EQ(blank.threshold, 0.2F);
}
