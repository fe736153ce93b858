// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/engine/checkpoint.h"
#include "core/engine/training.h"
#include "core/reading/network_file.h"

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

/// Where a run begins, unless with drawn weights; at most one of the two.
struct TrainingStart {
    const Checkpoint* checkpoint = nullptr;
    const NetworkFile* network = nullptr; ///< of the kind and the size of the options'
};

/// Engine::train on a device that is there; Engine::resume from a checkpoint, Engine::fineTune from
/// a network. May throw what LibTorch throws.
[[nodiscard]] Result<TrainingResult> trainNetwork(
    const Dataset& training, const Dataset& test, const TrainingOptions& options,
    const std::string& dataName, const TrainingCallbacks& callbacks, const std::stop_token& stop,
    c10::Device device, const TrainingStart& start = {});

} // namespace digitpad
