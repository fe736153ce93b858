// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/score.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace digitpad;

TEST(PartingScore, PartsWhatStandsApartOnOneBase)
{
    const double apart = partingScore({.gap = 0.3, .middles = 0.9, .tops = 0, .bottoms = 0});
    const double bar = partingScore({.gap = -0.4, .middles = 0.2, .tops = 0.1, .bottoms = 0.9});
    EXPECT_GT(apart, 0);
    EXPECT_GT(apart, bar + 3);
    EXPECT_TRUE(std::isfinite(partingScore({.gap = -1e300, .middles = 1e300, .tops = 1e300})));
}

TEST(PartingScore, CutsWhereLittleInkIsCut)
{
    EXPECT_LT(partingScore({.middles = 0.6, .cut = 0.1}), 0);
    EXPECT_LT(
        partingScore({.middles = 0.6, .cut = 0.3}), partingScore({.middles = 0.6, .cut = 0.1}));
}

TEST(ShapeScore, PrefersWhatADigitIsLike)
{
    EXPECT_EQ(shapeScore(0.7, 1), shapeScore(0.1, 1)); // a 1 is as narrow as that
    EXPECT_LT(shapeScore(1.8, 1), shapeScore(0.9, 1));
    EXPECT_LT(shapeScore(0.7, 0.2), shapeScore(0.7, 1));
}

TEST(StackScore, PartsLinesByTheGapBetweenThem)
{
    EXPECT_GT(stackScore(-0.1), 0);
    EXPECT_LT(stackScore(0.3), 0);
}

TEST(ReadingScore, IsGreatestForASureDigitAndAlwaysFinite)
{
    Prediction sure;
    sure.probabilities[3] = 1;
    EXPECT_EQ(readingScore(sure), 0);
    Prediction unlikely = sure;
    unlikely.digitScore = 0.1F;
    EXPECT_LT(readingScore(unlikely), readingScore(sure));
    EXPECT_TRUE(std::isfinite(readingScore({.digitScore = 0})));
}
