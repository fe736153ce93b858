// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/team.h"

#include "core/torch/thread_count.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <utility>

namespace digitpad {
namespace {

/// Some tens of microseconds: longer than the threads of a step wait for each other where each has
/// a core, and shorter than it would matter where they have not.
constexpr int kSpins = 2000;

/// How many runs are timed as one.
constexpr int kRunsInStretch = 256;
/// After how many of such stretches the other way is tried again. That other programs have gone
/// shows in no other way, and may have been a moment's matter: soon at first, then ever more
/// rarely. That they have come shows at once.
constexpr int kMostAloneToTrial = 8;
constexpr int kTogetherToTrial = 64;

void relax()
{
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

/// Waits until a number is another one.
void waitWhile(const std::atomic<std::uint32_t>& number, std::uint32_t value)
{
    for (int i = 0; i < kSpins; ++i) {
        if (number.load(std::memory_order_acquire) != value) {
            return;
        }
        relax();
    }
    number.wait(value, std::memory_order_acquire);
}

} // namespace

Team::Team(int size)
{
    for (int index = 1; index < size; ++index) {
        m_others.emplace_back([this, index] { serve(index); });
    }
}

Team::~Team()
{
    m_isOver = true;
    ++m_round;
    m_round.notify_all();
}

void Team::run(const std::function<void(int)>& work)
{
    if (m_others.empty()) {
        work(0);
        return;
    }
    const auto start = Clock::now();
    if (m_way == Way::Together) {
        runTogether(work);
    } else {
        runAlone(work);
    }
    m_spent += Clock::now() - start;
    // Together has lost as soon as it takes longer than alone.
    if (++m_runs == kRunsInStretch || (m_way == Way::Together && m_spent > m_alone)) {
        chooseWay();
    }
}

void Team::chooseWay()
{
    m_runs = 0;
    if (std::exchange(m_isCold, false)) { // its first pass over the data says nothing of the others
        m_spent = {};
        return;
    }
    (m_way == Way::Together ? m_together : m_alone) = m_spent;
    const Way quicker = m_together <= m_alone ? Way::Together : Way::Alone;
    const Way other = quicker == Way::Together ? Way::Alone : Way::Together;
    if (m_way == Way::Together) {
        m_aloneToTrial =
            quicker == Way::Together ? 1 : std::min(2 * m_aloneToTrial, kMostAloneToTrial);
    }
    const int most = quicker == Way::Together ? kTogetherToTrial : m_aloneToTrial;
    const bool isUnknown = m_alone == Clock::duration::max();
    m_way = isUnknown || ++m_stretches > most ? other : quicker;
    m_stretches = m_way == quicker ? m_stretches : 0;
    m_spent = {};
}

void Team::runAlone(const std::function<void(int)>& work)
{
    for (int index = 0; index < size(); ++index) {
        work(index);
    }
}

void Team::runTogether(const std::function<void(int)>& work)
{
    m_work = &work;
    m_working.store(static_cast<std::uint32_t>(m_others.size()), std::memory_order_relaxed);
    m_round.fetch_add(1, std::memory_order_release);
    m_round.notify_all();
    doPart(0);
    while (const std::uint32_t working = m_working.load(std::memory_order_acquire)) {
        waitWhile(m_working, working);
    }
    if (m_failure) {
        std::rethrow_exception(std::exchange(m_failure, nullptr));
    }
}

void Team::serve(int index)
{
    const c10::InferenceMode inference;
    const ThreadCount alone(1);
    for (std::uint32_t round = 0;; ++round) {
        waitWhile(m_round, round);
        if (m_isOver) {
            return;
        }
        doPart(index);
        m_working.fetch_sub(1, std::memory_order_acq_rel);
        m_working.notify_one();
    }
}

void Team::doPart(int index)
{
    try {
        (*m_work)(index);
    } catch (...) {
        const std::scoped_lock lock(m_failureMutex);
        m_failure = std::current_exception();
    }
}

} // namespace digitpad
