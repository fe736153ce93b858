// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/ink_pieces.h"

#include "tests/core/template_model.h"

#include <gtest/gtest.h>

using namespace digitpad;

namespace {

std::vector<std::size_t> strokesOf(const InkLine& line)
{
    std::vector<std::size_t> strokes;
    for (const InkPiece& piece : line.pieces) {
        strokes.push_back(piece.stroke);
    }
    return strokes;
}

} // namespace

TEST(FindInkLines, OrdersPiecesFromLeftToRight)
{
    const Ink ink{{{20, 0}, {20, 10}}, {{0, 0}, {0, 10}}, {}, {{10, 0}, {10, 10}}};
    const auto lines = findInkLines(ink);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(strokesOf(lines[0]), (std::vector<std::size_t>{1, 3, 0}));
    ASSERT_EQ(lines[0].seams.size(), 2U);
    EXPECT_NEAR(lines[0].seams[0].gap, 1, 1e-9); // a height of the line
    EXPECT_NEAR(lines[0].seams[0].middles, 1, 1e-9);
    EXPECT_NEAR(lines[0].seams[0].bottoms, 0, 1e-9);
    EXPECT_EQ(lines[0].seams[0].cut, 0);
    EXPECT_EQ(lines[0].top, 0);
    EXPECT_EQ(lines[0].bottom, 10);
}

TEST(FindInkLines, MeasuresAlongTheSlant)
{
    const Ink ink{{{5, 0}, {0, 10}}, {{9, 0}, {4, 10}}}; // boxes overlap, lines do not
    const auto lines = findInkLines(ink);
    ASSERT_EQ(lines.size(), 1U);
    ASSERT_EQ(lines[0].seams.size(), 1U);
    EXPECT_NEAR(lines[0].seams[0].gap, 0.4, 1e-6);
}

TEST(FindInkLines, LeavesAnUprightStrokeWhole)
{
    const auto lines = findInkLines({{{0, 0}, {0, 3}, {0, 6}, {0, 10}}});
    ASSERT_EQ(lines.size(), 1U);
    ASSERT_EQ(lines[0].pieces.size(), 1U);
    EXPECT_EQ(lines[0].pieces[0].first, 0U);
    EXPECT_EQ(lines[0].pieces[0].end, 4U);
}

TEST(FindInkLines, CutsWhatWasDrawnWithoutLiftingThePen)
{
    // Two rings, one after the other, joined at their feet.
    Stroke stroke;
    for (int ring = 0; ring < 2; ++ring) {
        for (int i = 0; i <= 40; ++i) {
            const double angle = 2 * 3.14159265 * i / 40;
            stroke.push_back({ring * 12 + 4 * std::sin(angle), 5 + 5 * std::cos(angle)});
        }
    }
    const auto lines = findInkLines({stroke});
    ASSERT_EQ(lines.size(), 1U);
    ASSERT_GE(lines[0].pieces.size(), 2U);
    EXPECT_EQ(lines[0].pieces.front().first, 0U);
    EXPECT_EQ(lines[0].pieces.back().end, stroke.size());
    bool isCutBetween = false;
    for (std::size_t i = 0; i + 1 < lines[0].pieces.size(); ++i) {
        EXPECT_GT(lines[0].seams[i].cut, 0);
        isCutBetween |= lines[0].pieces[i].end >= 40 && lines[0].pieces[i].end <= 43;
    }
    EXPECT_TRUE(isCutBetween);
}

TEST(FindInkLines, LeavesTooManyStrokesAlone)
{
    Ink ink(kMostStrokes, Stroke{{0, 0}, {0, 10}});
    EXPECT_EQ(findInkLines(ink).size(), 1U);
    ink.push_back({{5, 0}, {5, 10}});
    EXPECT_TRUE(findInkLines(ink).empty());
    EXPECT_TRUE(findInkLines({}).empty());
}
