// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/shape.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace digitpad {
namespace {

Ink skeletonOf(std::string_view text)
{
    const std::vector<TableShape> table{{"?", 1, text}};
    return charactersOf(table).at(0).ways.at(0).skeleton;
}

TEST(CharactersOf, ReadsStrokesOfPoints)
{
    EXPECT_EQ(skeletonOf("0,10 20,-30 5,7 | 1,2"), (Ink{{{0, 10}, {20, -30}, {5, 7}}, {{1, 2}}}));
}

TEST(CharactersOf, GivesACornerTwiceAndAStraightLineItsMiddle)
{
    EXPECT_EQ(
        skeletonOf("0,0 10,20^ 30,20^ 40,90 50,80"), (Ink{
                                                         {{0, 0},
                                                          {5, 10},
                                                          {10, 20},
                                                          {10, 20},
                                                          {20, 20},
                                                          {30, 20},
                                                          {30, 20},
                                                          {40, 90},
                                                          {50, 80}}}));
}

TEST(CharactersOf, FollowsAClockFace)
{
    EXPECT_EQ(skeletonOf("@50,60,40,30,0,3").at(0).front(), (Point{50, 30}));
    EXPECT_EQ(skeletonOf("@50,60,40,30,0,3").at(0).back(), (Point{90, 60}));
    EXPECT_EQ(skeletonOf("@50,60,40,30,0,-3").at(0).back(), (Point{10, 60}));
    const Ink ring = skeletonOf("@50,60,40,30,0,12");
    EXPECT_EQ(ring.at(0).size(), 13U);
    EXPECT_EQ(ring.at(0).front(), ring.at(0).back());
    EXPECT_DOUBLE_EQ(ring.at(0).at(1).x, 70); // sin 30° is a half
}

TEST(CharactersOf, PutsWaysOfTheSameNameTogether)
{
    const std::vector<TableShape> table{{"a", 1, "0,0"}, {"a", 3, "1,1"}, {"b", 1, "2,2"}};
    const std::vector<Character> characters = charactersOf(table);
    ASSERT_EQ(characters.size(), 2U);
    EXPECT_EQ(characters[0].name, "a");
    ASSERT_EQ(characters[0].ways.size(), 2U);
    EXPECT_EQ(characters[0].ways[1].share, 3);
    EXPECT_EQ(characters[0].ways[1].skeleton, (Ink{{{1, 1}}}));
    EXPECT_EQ(characters[1].ways.size(), 1U);
}

TEST(CharactersOf, RefusesWhatIsNoSkeleton)
{
    for (const char* text :
         {"", "|", "1,2 |", "1", "1,", "1,2,3", "1;2", "1,2^^", "x,y", "1,2  3,4", "@1,2,3,4,5",
          "@1,2,3,4,5,6,7", "1.5,2"}) {
        EXPECT_THROW((void)skeletonOf(text), std::invalid_argument) << text;
    }
}

} // namespace
} // namespace digitpad
