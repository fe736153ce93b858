// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/touching.h"

#include <gtest/gtest.h>

#include <limits>

using namespace digitpad;

namespace {

const Ink kStem{{{10, 0}, {10, 100}}};

} // namespace

TEST(AreTouching, WhereStrokesComeNear)
{
    EXPECT_TRUE(areTouching(kStem, {{{13, 50}, {60, 50}}}, 6));
    EXPECT_FALSE(areTouching(kStem, {{{25, 50}, {60, 50}}}, 6));
    EXPECT_TRUE(areTouching(kStem, {{{0, 40}, {60, 60}}}, 6)); // crossing between their points
    EXPECT_TRUE(areTouching({{{0, 40}, {60, 60}}}, kStem, 6));
    EXPECT_TRUE(areTouching(kStem, {{{12, 104}}}, 10)); // a dot at its end
    EXPECT_FALSE(areTouching(kStem, {{{12, 130}}}, 10));
    // Boxes that overlap are not enough.
    EXPECT_FALSE(areTouching({{{0, 0}, {100, 100}}}, {{{40, 0}, {100, 60}}}, 6));
}

TEST(AreTouching, AnswersForWhateverComes)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_FALSE(areTouching({}, kStem, 6));
    EXPECT_FALSE(areTouching(kStem, {{}}, 6));
    EXPECT_FALSE(areTouching(kStem, {{{nan, 50}, {infinity, 50}}}, 6));
    EXPECT_TRUE(areTouching(kStem, {{{nan, 50}, {10, 50}}, {{10, 50}}}, 6));
    EXPECT_TRUE(areTouching({{{-1e300, 0}, {1e300, 0}}}, {{{0, -1e300}, {0, 1e300}}}, 6));
    EXPECT_FALSE(areTouching({{{-1e300, 0}, {1e300, 0}}}, {{{-1e300, 1}, {1e300, 1}}}, 6));
    EXPECT_FALSE(areTouching(kStem, kStem, 1e-9)); // finer than can be told
}
