// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/training.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>

namespace digitpad {

/// What somebody wants of a run while it goes on. The GUI's thread says it, the training thread
/// asks between two batches; nobody waits but a run that is paused.
class RunSteering {
public:
    // On the GUI's thread.
    void pause(bool paused);
    void setLearningRate(double rate);
    void addEpoch();

    // On the training thread.
    [[nodiscard]] bool isPaused() const;
    void waitWhilePaused(const std::stop_token& stop);
    /// Changes the controls as was asked for since the last time.
    void apply(TrainingControls& controls);

private:
    mutable std::mutex m_mutex; // of what follows
    std::condition_variable_any m_goesOn;
    bool m_paused = false;
    std::optional<double> m_learningRate;
    int m_moreEpochs = 0;
};

} // namespace digitpad
