// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <csignal>
#include <string>

namespace digitpad {

/// While one lives, Ctrl-C (SIGINT), SIGTERM and the hang-up of the terminal (SIGHUP) are answered
/// here. Until there is something to lose, a signal prints a line to standard error and ends the
/// process with 128 + its number. From then on the first one is only noted; the next one ends the
/// process. A signal that was ignored already (nohup) stays so. One at a time.
class Interruption {
public:
    /// `farewell` is the line.
    explicit Interruption(std::string farewell);
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    /// There is something to lose now.
    static void noteFromNow();

    /// The signal that was noted; 0 when none was.
    [[nodiscard]] static int signal();

private:
    static constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};
    static void answer(int signal);

    std::string m_farewell;
    std::array<struct sigaction, kSignals.size()> m_before{};
};

} // namespace digitpad
