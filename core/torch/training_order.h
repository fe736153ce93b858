// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/engine/training.h"

#include <ATen/core/Generator.h>

#include <cstdint>
#include <span>
#include <vector>

namespace digitpad {

/// Which of the training data are not learnt from but used to calibrate.
struct Split {
    std::vector<std::int64_t> learnt;
    std::vector<std::int64_t> held;
};

/// Holds a part back by what a glyph looks like, so that one that is there several times is either
/// learnt or held.
[[nodiscard]] Split split(const Dataset& data, const TrainingOptions& options);

/// Draws what decides the order of the next epoch, as the article's DataLoader(shuffle=True) draws
/// it: a base seed for workers that it does not have, then the seed of RandomSampler's generator
/// (torch 1.13's and 2.15's torch/utils/data/dataloader.py and sampler.py).
[[nodiscard]] std::uint64_t drawOrderSeed(bool shuffle, at::Generator& random);

/// The order in which an epoch learns from `learnt`, for the seed that was drawn.
[[nodiscard]] std::vector<std::int64_t>
orderOf(std::span<const std::int64_t> learnt, bool shuffle, std::uint64_t seed);

} // namespace digitpad
