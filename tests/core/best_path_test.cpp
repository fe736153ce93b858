// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/best_path.h"

#include <gtest/gtest.h>

using namespace digitpad;

namespace {

using Path = std::vector<std::size_t>;

} // namespace

TEST(BestPath, TakesTheGreatestSum)
{
    const std::vector<PieceRun> runs{{0, 1}, {1, 2}, {2, 3}, {0, 2}, {1, 3}, {0, 3}};
    EXPECT_EQ(bestPath(3, runs, std::vector{-1.0, -1.0, -1.0, -3.0, -3.0, -4.0}), (Path{0, 1, 2}));
    EXPECT_EQ(bestPath(3, runs, std::vector{-1.0, -1.0, -1.0, -1.5, -3.0, -4.0}), (Path{3, 2}));
    EXPECT_EQ(bestPath(3, runs, std::vector{-1.0, -9.0, -9.0, -9.0, -0.5, -4.0}), (Path{0, 4}));
    EXPECT_EQ(bestPath(3, runs, std::vector{-1.0, -1.0, -1.0, -1.5, -3.0, 2.0}), (Path{5}));
}

TEST(BestPath, DoesNotCareForTheOrderOfTheRuns)
{
    const std::vector<PieceRun> runs{{1, 3}, {0, 3}, {2, 3}, {0, 1}, {1, 2}};
    EXPECT_EQ(bestPath(3, runs, std::vector{-1.0, -5.0, -2.0, -1.0, -2.0}), (Path{3, 0}));
}

TEST(BestPath, IsEmptyWhereThereIsNoWay)
{
    EXPECT_EQ(bestPath(0, {}, {}), Path{});
    EXPECT_EQ(bestPath(2, {}, {}), Path{});
    const std::vector<PieceRun> runs{{0, 1}, {2, 3}};
    EXPECT_EQ(bestPath(3, runs, std::vector{1.0, 1.0}), Path{});
}
