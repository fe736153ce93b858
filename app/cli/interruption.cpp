// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interruption.h"

namespace digitpad {

namespace {

volatile std::sig_atomic_t noted = 0; // a signal handler can reach nothing but a global

} // namespace

Interruption::Interruption()
{
    noted = 0;
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        ::sigaction(kSignals[i], nullptr, &m_before[i]);
        if (m_before[i].sa_handler != SIG_IGN) {
            struct sigaction action {};
            action.sa_handler = &Interruption::note;
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
}

int Interruption::signal()
{
    return noted;
}

void Interruption::note(int signal)
{
    noted = signal;
    for (const int each : kSignals) {
        struct sigaction action {};
        ::sigaction(each, nullptr, &action);
        if (action.sa_handler == &Interruption::note) {
            std::signal(each, SIG_DFL);
        }
    }
}

} // namespace digitpad
