// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/number.h"

#include <gtest/gtest.h>

using namespace digitpad;

namespace {

NumberDigit digit(std::size_t which, float probability, float score = 1)
{
    NumberDigit result{.box = {1, 2, 3, 4}, .glyph = {}, .prediction = {}};
    result.prediction.probabilities[which] = probability;
    result.prediction.digitScore = score;
    return result;
}

} // namespace

TEST(Number, SaysWhatItReads)
{
    const Number number{.lines = {{digit(2, 0.5F), digit(0, 0.5F)}, {digit(5, 0.5F)}}};
    EXPECT_EQ(number.text(), "20\n5");
    EXPECT_TRUE(number.accepted());
    EXPECT_FLOAT_EQ(number.confidence(), 0.125F);
    EXPECT_EQ(number.digitCount(), 3U);
}

TEST(Number, IsNotAcceptedWhereOnePartIsNoDigit)
{
    const Number number{.lines = {{digit(2, 0.9F), digit(0, 0.9F, 0.4F)}}};
    EXPECT_EQ(number.text(), "2?");
    EXPECT_FALSE(number.accepted());
    EXPECT_FLOAT_EQ(number.digitScore(), 0.4F);
}

TEST(Number, IsNotAcceptedWhereItIsLikeALetter)
{
    Number number{.lines = {{digit(1, 0.9F), digit(3, 0.9F)}}};
    EXPECT_TRUE(number.contains(3));
    EXPECT_FALSE(number.contains(2));
    number.isLetterLike = true;
    EXPECT_EQ(number.text(), "13"); // the nearest guess
    EXPECT_FALSE(number.accepted());
    EXPECT_GT(number.digitScore(), 0);
    EXPECT_LT(number.digitScore(), 0.5F);
}

TEST(Number, OfNothingIsNone)
{
    EXPECT_EQ(Number{}.text(), "");
    EXPECT_FALSE(Number{}.accepted());
    EXPECT_EQ(Number{}.confidence(), 0);
    EXPECT_EQ(Number{}.digitScore(), 0);
    EXPECT_EQ(Number{}.digitCount(), 0U);
}

TEST(Number, PlacesItsBoxes)
{
    Number number{.lines = {{digit(2, 1)}}};
    number.placeBoxes(2.5, 10, 20);
    const Area& box = number.lines[0][0].box;
    EXPECT_EQ(box.left, 12.5);
    EXPECT_EQ(box.top, 25);
    EXPECT_EQ(box.right, 17.5);
    EXPECT_EQ(box.bottom, 30);
}
