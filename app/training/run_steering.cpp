// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/run_steering.h"

#include <utility>

namespace digitpad {

void RunSteering::pause(bool paused)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_paused = paused;
    }
    m_goesOn.notify_all();
}

void RunSteering::setLearningRate(double rate)
{
    const std::scoped_lock lock(m_mutex);
    m_learningRate = rate;
}

void RunSteering::addEpoch()
{
    const std::scoped_lock lock(m_mutex);
    ++m_moreEpochs;
}

bool RunSteering::isPaused() const
{
    const std::scoped_lock lock(m_mutex);
    return m_paused;
}

void RunSteering::waitWhilePaused(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    m_goesOn.wait(lock, stop, [this] { return !m_paused; });
}

void RunSteering::apply(TrainingControls& controls)
{
    const std::scoped_lock lock(m_mutex);
    controls.learningRate =
        std::exchange(m_learningRate, std::nullopt).value_or(controls.learningRate);
    controls.epochs += std::exchange(m_moreEpochs, 0);
}

} // namespace digitpad
