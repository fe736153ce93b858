// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/trace.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

using namespace digitpad;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kHuge = std::numeric_limits<double>::max();

} // namespace

TEST(TracesOf, ScalesTheLongSideToOne)
{
    const auto traces = tracesOf({{{10, 30}, {30, 40}}, {{50, 50}}});
    ASSERT_EQ(traces.size(), 2U);
    EXPECT_EQ(traces[0].points, (Stroke{{0, 0}, {0.5, 0.25}}));
    EXPECT_EQ(traces[1].points, (Stroke{{1, 0.5}}));
    EXPECT_EQ(traces[1].stroke, 1U);
    EXPECT_DOUBLE_EQ(traces[0].extent.width(), 0.5);
    EXPECT_DOUBLE_EQ(traces[0].extent.height(), 0.25);
}

TEST(TracesOf, PassesOverWhatIsNotFinite)
{
    const auto traces = tracesOf({{}, {{kNan, 0}}, {{0, 0}, {0, kNan}, {2, 2}}, {{INFINITY, 1}}});
    ASSERT_EQ(traces.size(), 1U);
    EXPECT_EQ(traces[0].stroke, 2U);
    EXPECT_EQ(traces[0].indices, (std::vector<std::size_t>{0, 2}));
}

TEST(TracesOf, IsDefinedForTheGreatestNumbersAndForOnePlace)
{
    const auto wide = tracesOf({{{-kHuge, 0}, {kHuge, 0}}});
    EXPECT_EQ(wide[0].points, (Stroke{{0, 0}, {1, 0}}));
    const auto dot = tracesOf({{{7, 7}, {7, 7}}});
    EXPECT_EQ(dot[0].points, (Stroke{{0, 0}, {0, 0}}));
}
