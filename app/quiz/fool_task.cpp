// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quiz/fool_task.h"

#include "core/data/chance.h"

#include <array>
#include <random>
#include <utility>

namespace digitpad {

namespace {

/// People have drawn each of them: one of the two networks that Digitpad carries reads digits of
/// MNIST's test half this way (`digitpad evaluate` prints the table).
constexpr std::array<FoolTask, kFoolTasks> kTasks = {
    {{4, 9}, {9, 4}, {7, 1}, {1, 7}, {7, 2}, {2, 7}, {5, 3}, {3, 5}, {8, 3}, {3, 8},
     {6, 0}, {0, 6}, {9, 7}, {7, 9}, {5, 6}, {2, 8}, {9, 8}, {5, 8}, {6, 8}, {2, 3}}};

} // namespace

std::vector<FoolTask> foolTasks(std::size_t count, std::uint64_t seed)
{
    std::vector<FoolTask> tasks(kTasks.begin(), kTasks.end());
    std::mt19937_64 random(seed);
    for (std::size_t i = 0; i < count; ++i) {
        std::swap(tasks[i], tasks[i + Chance(random).below(tasks.size() - i)]);
    }
    tasks.resize(count);
    return tasks;
}

} // namespace digitpad
