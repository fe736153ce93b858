// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace digitpad {

/// Calls work(0) to work(count - 1), several at the same time, and returns when all are done.
/// `work` throws nothing.
template <class Work> void onAllCores(std::size_t count, const Work& work)
{
    std::atomic<std::size_t> next = 0;
    const auto workOn = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            work(i);
        }
    };
    // A large picture takes hundreds of megabytes while it is decoded: not one for each of 64
    // cores.
    constexpr std::size_t kMostThreads = 8;
    const std::size_t threads = std::min(
        {std::size_t{std::max(1U, std::thread::hardware_concurrency())}, kMostThreads, count});
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < threads; ++i) {
        workers.emplace_back(workOn);
    }
    workOn();
}

} // namespace digitpad
