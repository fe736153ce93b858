// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace digitpad {

/// How long a run takes, in seconds, without the time that it was paused.
class RunClock {
public:
    /// What it had taken before it went on from a checkpoint.
    void addBefore(double seconds) { m_before = seconds; }

    void beginEpoch() { m_epochStart = Clock::now(); }
    void endEpoch() { m_epochs += Clock::now() - m_epochStart; }

    /// Calls what may pause the run.
    template <class Call> void leaveOut(const Call& call)
    {
        const auto start = Clock::now();
        call();
        const auto waited = Clock::now() - start;
        m_start += waited;
        m_epochStart += waited;
    }

    /// Training and evaluation, from the run's first start on.
    [[nodiscard]] double all() const { return m_before + in(Clock::now() - m_start); }
    /// Training alone, since it went on; inside an epoch.
    [[nodiscard]] double training() const { return in(m_epochs + (Clock::now() - m_epochStart)); }

private:
    using Clock = std::chrono::steady_clock;

    static double in(Clock::duration time) { return std::chrono::duration<double>(time).count(); }

    double m_before = 0;
    Clock::time_point m_start = Clock::now();
    Clock::time_point m_epochStart;
    Clock::duration m_epochs{};
};

} // namespace digitpad
