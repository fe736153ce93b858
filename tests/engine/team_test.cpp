// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/team.h"

#include <ATen/Parallel.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

using digitpad::Team;

namespace {

constexpr int kRuns = 20'000; // more than one trial of the other way of working

} // namespace

TEST(Team, DoesEveryPartOnceInEachRun)
{
    for (const int size : {1, 2, 3, 7}) {
        Team team(size);
        ASSERT_EQ(team.size(), size);
        std::vector<int> done(static_cast<std::size_t>(size));
        for (int run = 0; run < kRuns; ++run) {
            team.run([&](int part) { ++done[static_cast<std::size_t>(part)]; });
        }
        EXPECT_EQ(done, std::vector<int>(static_cast<std::size_t>(size), kRuns));
    }
}

TEST(Team, ShowsEachRunWhatTheLastOneDid)
{
    Team team(2);
    std::vector<std::int64_t> before{0, 0};
    std::vector<std::int64_t> after{0, 0};
    for (int run = 0; run < kRuns; ++run) {
        team.run([&](int part) {
            after[static_cast<std::size_t>(part)] = before[static_cast<std::size_t>(1 - part)] + 1;
        });
        std::swap(before, after);
    }
    EXPECT_EQ(before, (std::vector<std::int64_t>{kRuns, kRuns}));
}

TEST(Team, ThrowsWhatAPartThrows)
{
    Team team(3);
    for (int bad = 0; bad < 3; ++bad) {
        EXPECT_THROW(
            team.run([&](int part) {
                if (part == bad) {
                    throw std::runtime_error("part");
                }
            }),
            std::runtime_error);
        int done = 0;
        team.run([&](int part) {
            if (part == 1) {
                ++done;
            }
        });
        EXPECT_EQ(done, 1);
    }
}

TEST(Team, GivesTensorOperationsOneThreadEach)
{
    Team team(3);
    std::vector<int> threads(3);
    team.run([&](int part) { threads[static_cast<std::size_t>(part)] = at::get_num_threads(); });
    EXPECT_EQ(threads[1], 1);
    EXPECT_EQ(threads[2], 1);
}
