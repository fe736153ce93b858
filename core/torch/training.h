// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/engine/checkpoint.h"
#include "core/engine/training.h"

#include <c10/core/Device.h>

#include <cstdint>
#include <stop_token>
#include <string>

namespace digitpad {

inline constexpr int kMostEpochs = 10'000;

/// Not so for a NaN.
[[nodiscard]] constexpr bool isLearningRate(double rate)
{
    return rate > 0 && rate <= 10;
}

/// How many batches an epoch has.
[[nodiscard]] constexpr int batchesOf(std::int64_t digits, int batchSize)
{
    return static_cast<int>((digits + batchSize - 1) / batchSize);
}

/// Engine::train on a device that is there; Engine::resume from a checkpoint where there is one.
/// May throw what LibTorch throws.
[[nodiscard]] Result<TrainingResult> trainNetwork(
    const Dataset& training, const Dataset& test, const TrainingOptions& options,
    const std::string& dataName, const TrainingCallbacks& callbacks, const std::stop_token& stop,
    c10::Device device, const Checkpoint* from = nullptr);

} // namespace digitpad
