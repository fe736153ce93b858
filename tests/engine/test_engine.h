// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/synthetic.h"
#include "core/engine/engine.h"
#include "core/reading/network_file.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace digitpad::tests {

inline std::unique_ptr<Engine> makeEngine()
{
    return std::unique_ptr<Engine>(digitpad_create_engine());
}

/// Trains and expects it to work.
inline TrainingResult trained(
    const Dataset& data, const TrainingOptions& options, const TrainingCallbacks& callbacks = {},
    const Dataset& test = {}, const std::stop_token& stop = {})
{
    auto result = makeEngine()->train(data, test, options, "synthetic", callbacks, stop);
    EXPECT_TRUE(result.has_value()) << result.error().detail;
    return result ? *std::move(result) : TrainingResult{};
}

/// convnet trained so shortly that a test can wait for it.
inline TrainingOptions quickConvNet()
{
    TrainingOptions options = defaultOptions("convnet");
    options.epochs = 1;
    options.batchSize = 32;
    options.threads = 1;
    options.calibration = 0.2;
    return options;
}

/// A model's numbers, in the order of networkTensors.
inline std::vector<float> parametersOf(const Model& model)
{
    return readNetwork(model.toPth().value()).value().numbers;
}

} // namespace digitpad::tests
