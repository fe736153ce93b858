// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <csignal>

namespace digitpad {

/// While one lives, the first Ctrl-C (SIGINT), SIGTERM or hang-up of the terminal (SIGHUP) does not
/// end the process but is noted; the next one ends it. A signal that was ignored already (nohup)
/// stays so. One at a time.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    /// The signal that came; 0 when none has.
    [[nodiscard]] static int signal();

private:
    static constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};
    static void note(int signal);

    std::array<struct sigaction, kSignals.size()> m_before{};
};

} // namespace digitpad
