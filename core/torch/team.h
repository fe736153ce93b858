// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace digitpad {

/// Threads that do short pieces of work together, thousands of times a second.
///
/// OpenMP's threads, with which LibTorch shares out its operations, wait for their next work in a
/// busy loop of milliseconds. Where another program wants one of the cores, each of the many
/// operations of a step then waits for a thread that is not running. These wait for a few
/// microseconds that way, and then sleep; and where the work is done sooner by one of them, because
/// the others do not get a core of their own, one does it all.
class Team {
public:
    /// `size` threads, at least 1, among them the one that calls run. Each lets tensor operations
    /// use no further threads.
    explicit Team(int size);
    ~Team();
    Team(const Team&) = delete;
    Team& operator=(const Team&) = delete;

    [[nodiscard]] int size() const { return static_cast<int>(m_others.size()) + 1; }

    /// Calls work(0) to work(size - 1), each in a thread of its own or one after the other, and
    /// returns when all have returned. Throws what one of them has thrown. Not to be called from
    /// within.
    void run(const std::function<void(int)>& work);

private:
    enum class Way { Together, Alone };
    using Clock = std::chrono::steady_clock;

    void runTogether(const std::function<void(int)>& work);
    void runAlone(const std::function<void(int)>& work);
    void chooseWay();
    void serve(int index);
    void doPart(int index);

    Way m_way = Way::Together;
    bool m_isCold = true;                                ///< in the first stretch
    int m_runs = 0;                                      ///< in this stretch
    int m_stretches = 0;                                 ///< since the other way was tried
    int m_aloneToTrial = 1;                              ///< stretches
    Clock::duration m_spent{};                           ///< on the runs of this stretch
    Clock::duration m_together = Clock::duration::max(); ///< spent on the last stretch done so
    Clock::duration m_alone = Clock::duration::max();

    const std::function<void(int)>* m_work = nullptr;
    // Each on a cache line of its own, as is what the caller alone writes to: they are waited for.
    static constexpr std::size_t kCacheLine = 64;
    alignas(kCacheLine) std::atomic<std::uint32_t> m_round = 0;   ///< goes up when there is work
    alignas(kCacheLine) std::atomic<std::uint32_t> m_working = 0; ///< how many are not done yet
    alignas(kCacheLine) std::atomic<bool> m_isOver = false;
    std::mutex m_failureMutex;
    std::exception_ptr m_failure;
    std::vector<std::jthread> m_others;
};

} // namespace digitpad
