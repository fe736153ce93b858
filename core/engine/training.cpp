// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training.h"

namespace digitpad {

TrainingOptions defaultOptions(const std::string& network)
{
    if (network != "convnet") {
        return {.network = network};
    }
    return {
        .network = network,
        .epochs = 20,
        .batchSize = 128,
        .learningRate = 3e-3,
        .augmentation = strongAugmentation(),
        .schedule = true,
        .weightDecay = 0.02,
        .labelSmoothing = 0.03,
        .averaging = 0.999,
        .calibration = 0.03};
}

} // namespace digitpad
