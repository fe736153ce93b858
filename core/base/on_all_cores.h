// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace digitpad {

/// Calls work(0) to work(count - 1) on at most so many threads, this one among them, and on no more
/// than there are cores; returns when all are done. `work` throws nothing.
template <class Work> void onThreads(std::size_t mostThreads, std::size_t count, const Work& work)
{
    std::atomic<std::size_t> next = 0;
    const auto workOn = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            work(i);
        }
    };
    std::vector<std::jthread> workers;
    if (mostThreads > 1 && count > 1) { // to ask for the cores takes longer than some work
        const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
        for (std::size_t i = 1; i < std::min({cores, mostThreads, count}); ++i) {
            workers.emplace_back(workOn);
        }
    }
    workOn();
}

/// Calls work(0) to work(count - 1), several at the same time, and returns when all are done.
/// `work` throws nothing.
template <class Work> void onAllCores(std::size_t count, const Work& work)
{
    // A large picture takes hundreds of megabytes while it is decoded: not one for each of 64
    // cores.
    constexpr std::size_t kMostThreads = 8;
    onThreads(kMostThreads, count, work);
}

} // namespace digitpad
