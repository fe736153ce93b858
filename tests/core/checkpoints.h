// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/checkpoint.h"

namespace digitpad::tests {

/// A checkpoint with something in every entry, for a network of `numbers` numbers.
inline Checkpoint makeCheckpoint(std::size_t numbers = 6)
{
    TrainingOptions options = defaultOptions("convnet");
    options.seed = 18'446'744'073'709'551'615U;
    options.learningRate = 0.1; // not exact in binary
    options.threads = 3;
    const auto vector = [numbers](float start) {
        std::vector<float> values(numbers, start);
        values.front() = -values.front();
        return values;
    };
    Checkpoint checkpoint{
        .options = options,
        .dataName = "two, \"quoted\"",
        .startedFrom = R"([{"data":"before"}])",
        .trainingDigits = 1000,
        .testDigits = 100,
        .trainingFingerprint = 17'000'000'000'000'000'001U,
        .testFingerprint = 2,
        .note = "{\"where\": \"här\"}",
        .program = "Digitpad 9",
        .batches = 250,
        .batch = 120,
        .epochLoss = 12.3,
        .seconds = 4.5,
        .state =
            {.weights = vector(0.1F),
             .gradientMean = vector(0.2F),
             .gradientSquare = std::vector<float>(numbers, 1e-30F),
             .average = vector(0.3F),
             .loss = 1.0 / 3},
        .losses = {{1, 20, 100, 250, 2.1}, {1, 20, 200, 250, 1.1}, {2, 21, 100, 250, 0.1}},
        .epochs = {{1, 20, 250, 1.6, 0.7, 0.9}},
        .changes = {{1, 10, {0.01, 20}}, {2, 0, {0.02, 21}}}};
    return checkpoint;
}

} // namespace digitpad::tests
