// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interruption.h"

#include <unistd.h>

#include <utility>

namespace digitpad {

namespace {

// A signal handler can reach nothing but globals.
volatile std::sig_atomic_t noted = 0;
const std::string* volatile farewell = nullptr; // while there is nothing to lose

} // namespace

Interruption::Interruption(std::string farewellLine) : m_farewell(std::move(farewellLine))
{
    noted = 0;
    farewell = &m_farewell;
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        ::sigaction(kSignals[i], nullptr, &m_before[i]);
        if (m_before[i].sa_handler != SIG_IGN) {
            struct sigaction action {};
            action.sa_handler = &Interruption::answer;
            action.sa_flags = SA_RESTART;
            ::sigaction(kSignals[i], &action, nullptr);
        }
    }
}

Interruption::~Interruption()
{
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        ::sigaction(kSignals[i], &m_before[i], nullptr);
    }
    farewell = nullptr;
}

void Interruption::noteFromNow()
{
    farewell = nullptr;
}

int Interruption::signal()
{
    return noted;
}

void Interruption::answer(int signal)
{
    if (const std::string* line = farewell; line != nullptr) {
        // Neither stdio nor exit() may be called here.
        static_cast<void>(!::write(STDERR_FILENO, line->data(), line->size()));
        ::_exit(128 + signal);
    }
    noted = signal;
    for (const int each : kSignals) {
        struct sigaction action {};
        ::sigaction(each, nullptr, &action);
        if (action.sa_handler == &Interruption::answer) {
            std::signal(each, SIG_DFL);
        }
    }
}

} // namespace digitpad
