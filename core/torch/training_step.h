// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/checkpoint.h"
#include "core/torch/network.h"

#include <cstdint>
#include <span>

namespace digitpad {

/// What a training run does with one batch after the other: forward, cross entropy, gradients,
/// update.
class TrainingStep {
public:
    virtual ~TrainingStep() = default;

    /// Learns from the batch of training data with these indices, at most options.batchSize.
    virtual void run(std::span<const std::int64_t> indices, double learningRate) = 0;

    /// The sum of the mean losses of the steps since the last call. Waits for the device.
    [[nodiscard]] virtual double takeLoss() = 0;

    /// The network as it is now: what to test and to keep, a copy of its own.
    [[nodiscard]] virtual Network network() const = 0;

    /// All it needs to go on from here, copied to the host.
    [[nodiscard]] virtual LearningState state() const = 0;

    /// Goes on from there, after `steps` steps. The state's vectors have this network's size.
    virtual void restore(const LearningState& state, std::int64_t steps) = 0;
};

} // namespace digitpad
