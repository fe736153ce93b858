// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/training_order.h"

#include "core/torch/mixed.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <utility>

namespace digitpad {

Split split(const Dataset& data, const TrainingOptions& options)
{
    Split split;
    const auto bound = static_cast<std::uint64_t>(options.calibration * 0x1p32);
    for (std::size_t i = 0; i < data.size(); ++i) {
        const bool isHeld = bound > 0 && (mixed(options.seed, data.glyphs[i]) >> 32) < bound;
        (isHeld ? split.held : split.learnt).push_back(static_cast<std::int64_t>(i));
    }
    if (split.learnt.empty()) {
        std::swap(split.learnt, split.held);
    }
    return split;
}

std::uint64_t drawOrderSeed(bool shuffle, at::Generator& random)
{
    const auto draw = [&random] {
        return static_cast<std::uint64_t>(
            at::empty({}, at::kLong).random_(random).item<std::int64_t>());
    };
    const std::uint64_t ofWorkers = draw();
    return shuffle ? draw() : ofWorkers;
}

std::vector<std::int64_t>
orderOf(std::span<const std::int64_t> learnt, bool shuffle, std::uint64_t seed)
{
    if (!shuffle) {
        return {learnt.begin(), learnt.end()};
    }
    const at::Tensor drawn = at::randperm(
        static_cast<std::int64_t>(learnt.size()), at::detail::createCPUGenerator(seed), at::kLong);
    std::vector<std::int64_t> order(learnt.size());
    std::transform(
        drawn.data_ptr<std::int64_t>(), drawn.data_ptr<std::int64_t>() + drawn.numel(),
        order.begin(), [learnt](std::int64_t i) { return learnt[static_cast<std::size_t>(i)]; });
    return order;
}

} // namespace digitpad
