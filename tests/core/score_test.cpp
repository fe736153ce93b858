// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/score.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace digitpad;

TEST(SeamScore, IsTheLogarithmOfAProbability)
{
    for (const double gap : {-1e6, -1.0, -0.1, 0.0, 0.1, 1e6}) {
        const Seam seam{.gap = gap, .distance = 0.1, .middles = 0.3};
        EXPECT_NEAR(std::exp(seamScore(seam, true)) + std::exp(seamScore(seam, false)), 1, 1e-9);
    }
}

TEST(SeamScore, PartsWhatStandsApartOnOneBase)
{
    const Seam apart{.gap = 0.3, .distance = 0.3, .middles = 0.9, .tops = 0, .bottoms = 0};
    EXPECT_GT(seamScore(apart, true), seamScore(apart, false));
    const Seam bar{.gap = -0.4, .distance = 0, .middles = 0.2, .tops = 0.1, .bottoms = 0.9};
    EXPECT_LT(seamScore(bar, true), seamScore(bar, false));
    const Seam cut{.gap = 0, .distance = 0, .middles = 0.6, .isCut = true};
    EXPECT_LT(seamScore(cut, true), seamScore(cut, false));
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
