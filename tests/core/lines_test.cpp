// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/lines.h"

#include <gtest/gtest.h>

using namespace digitpad;

namespace {

using Lines = std::vector<std::vector<std::size_t>>;

} // namespace

TEST(WritingHeight, HardlyHeedsBars)
{
    EXPECT_DOUBLE_EQ(writingHeight(std::vector<Extent>{{0, 0, 1, 10}}), 10);
    EXPECT_NEAR(writingHeight(std::vector<Extent>{{0, 0, 1, 10}, {0, 0, 9, 0.5}}), 9.5, 0.1);
    EXPECT_EQ(writingHeight(std::vector<Extent>{{0, 5, 9, 5}}), 0);
    EXPECT_EQ(writingHeight({}), 0);
}

TEST(GroupIntoLines, KeepsALineTogether)
{
    const std::vector<Extent> level{{20, 0, 25, 10}, {0, 1, 5, 11}, {10, -1, 15, 8}};
    EXPECT_EQ(groupIntoLines(level), (Lines{{0, 1, 2}}));
    std::vector<Extent> sloping;
    for (int i = 0; i < 12; ++i) { // drops by more than its height
        sloping.push_back({i * 8.0, i * 2.0, i * 8.0 + 5, i * 2.0 + 10});
    }
    EXPECT_EQ(groupIntoLines(sloping).size(), 1U);
}

TEST(GroupIntoLines, ReadsFromTopToBottom)
{
    const std::vector<Extent> parts{
        {0, 30, 5, 40}, {0, 0, 5, 10}, {9, 31, 12, 41}, {9, 15, 12, 25}};
    EXPECT_EQ(groupIntoLines(parts), (Lines{{1}, {3}, {0, 2}}));
}

TEST(GroupIntoLines, PartsSlopingLinesThatAreLong)
{
    std::vector<Extent> parts;
    for (int i = 0; i < 12; ++i) {
        parts.push_back({i * 8.0, i * 2.0, i * 8.0 + 5, i * 2.0 + 10});
        parts.push_back({i * 8.0, i * 2.0 + 15, i * 8.0 + 5, i * 2.0 + 25});
    }
    EXPECT_EQ(groupIntoLines(parts).size(), 2U);
}

TEST(GroupIntoLines, GivesBarsToWhatTheyBelongTo)
{
    const Extent five{0, 2, 5, 12};
    const Extent bar{2, 0, 9, 0.5};
    const Extent below{0, 20, 5, 30};
    EXPECT_EQ(groupIntoLines(std::vector{five, bar, below}), (Lines{{0, 1}, {2}}));
    EXPECT_EQ(groupIntoLines({}), Lines{});
}
