// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/engine/training.h"

#include <c10/core/Device.h>

#include <stop_token>
#include <string>

namespace digitpad {

/// Engine::train on a device that is there. May throw what LibTorch throws.
[[nodiscard]] Result<TrainingResult> trainNetwork(
    const Dataset& training, const Dataset& test, const TrainingOptions& options,
    const std::string& dataName, const TrainingCallbacks& callbacks, const std::stop_token& stop,
    c10::Device device);

} // namespace digitpad
