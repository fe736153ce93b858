// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/edit.h"

#include "core/data/chance.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <numeric>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace digitpad {
namespace {

/// All of them stand in the recipe, which a file is read with up to 64 KiB.
constexpr std::size_t kMostScalings = 1000;

/// Where a layer's numbers lie in a network.
struct EditedLayer {
    std::span<float> weights; ///< unit by unit
    /// What a unit's sum is made of in the end, one number a unit each: the weights, or batch
    /// norm's scale, and the bias. `factors` is empty where it is the weights.
    std::span<float> factors;
    std::span<float> biases;
};

/// As Inside numbers them, [0] without numbers.
std::vector<EditedLayer> layersOf(NetworkFile& network)
{
    std::vector<EditedLayer> layers(1);
    std::span<float> rest = network.numbers;
    for (const NetworkTensor& tensor : networkTensors(network.network, network.hiddenUnits)) {
        const std::int64_t count = std::accumulate(
            tensor.shape.begin(), tensor.shape.end(), std::int64_t{1}, std::multiplies());
        const auto numbers = rest.first(static_cast<std::size_t>(count));
        rest = rest.subspan(numbers.size());
        if (tensor.shape.size() > 1) {
            layers.push_back({.weights = numbers, .factors = {}, .biases = {}});
        } else if (tensor.name.ends_with(".weight")) {
            layers.back().factors = numbers;
        } else if (tensor.name.ends_with(".bias")) {
            layers.back().biases = numbers;
        }
    }
    return layers;
}

bool isFrom(double value, double low, double high)
{
    return value >= low && value <= high; // not so for a NaN
}

/// The first edit out of its range, with the range; empty when all are fine.
std::string invalidEdit(std::span<const EditedLayer> layers, const Edits& edits)
{
    if (!isFrom(edits.pruning, 0, 1)) {
        return "pruning: 0 to 1";
    }
    if (!isFrom(edits.noise, 0, 10)) {
        return "noise: 0 to 10";
    }
    if (!isFrom(edits.temperature, 0.01, 100)) {
        return "temperature: 0.01 to 100";
    }
    if (edits.scalings.size() > kMostScalings) {
        return "scalings: at most " + std::to_string(kMostScalings);
    }
    for (const auto& [layer, unit, factor] : edits.scalings) {
        if (!isFrom(layer, 1, static_cast<double>(layers.size()) - 1)) {
            return "layer: 1 to " + std::to_string(layers.size() - 1);
        }
        const std::size_t units = layers[static_cast<std::size_t>(layer)].biases.size();
        if (!isFrom(unit, -1, static_cast<double>(units) - 1)) {
            return "unit: 0 to " + std::to_string(units - 1) + ", or -1 for all";
        }
        if (!isFrom(factor, -10, 10)) {
            return "factor: -10 to 10";
        }
    }
    return {};
}

/// Of equal ones the first go first, so that it is the same everywhere.
void prune(std::span<float> weights, double part)
{
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto count = static_cast<std::ptrdiff_t>(part * static_cast<double>(order.size()));
    std::ranges::nth_element(order, order.begin() + count, {}, [&](std::size_t i) {
        return std::pair(std::abs(weights[i]), i);
    });
    for (const std::size_t i : std::span(order).first(static_cast<std::size_t>(count))) {
        weights[i] = 0;
    }
}

/// A weight's noise is drawn whether it was pruned or not: the others keep theirs.
void addNoise(std::span<float> weights, double deviation, Chance& chance)
{
    for (float& weight : weights) {
        const double noise = chance.around(deviation);
        if (weight != 0) {
            weight += static_cast<float>(noise);
        }
    }
}

double rootMeanSquare(std::span<const float> numbers)
{
    double sum = 0;
    for (const float number : numbers) {
        sum += double{number} * number;
    }
    return std::sqrt(sum / static_cast<double>(numbers.size()));
}

void scale(std::span<float> numbers, double factor)
{
    for (float& number : numbers) {
        number *= static_cast<float>(factor);
    }
}

void scale(const EditedLayer& layer, const Edits::Scaling& scaling)
{
    const std::size_t units = layer.biases.size();
    const std::size_t first = scaling.unit < 0 ? 0 : static_cast<std::size_t>(scaling.unit);
    const std::size_t count = scaling.unit < 0 ? units : 1;
    const std::span<float> factors = layer.factors.empty() ? layer.weights : layer.factors;
    const std::size_t each = factors.size() / units;
    scale(factors.subspan(first * each, count * each), scaling.factor);
    scale(layer.biases.subspan(first, count), scaling.factor);
}

} // namespace

Result<NetworkFile> edited(NetworkFile network, const Edits& edits)
{
    const std::vector<EditedLayer> layers = layersOf(network);
    if (auto wrong = invalidEdit(layers, edits); !wrong.empty()) {
        return std::unexpected(Error{ErrorCode::InvalidOptions, std::move(wrong), {}});
    }
    std::mt19937_64 random(edits.seed);
    Chance chance(random);
    for (const EditedLayer& layer : std::span(layers).subspan(1)) {
        const double size = rootMeanSquare(layer.weights);
        if (edits.pruning > 0) {
            prune(layer.weights, edits.pruning);
        }
        if (edits.noise > 0) {
            addNoise(layer.weights, edits.noise * size, chance);
        }
    }
    for (const Edits::Scaling& scaling : edits.scalings) {
        scale(layers[static_cast<std::size_t>(scaling.layer)], scaling);
    }
    scale(layers.back(), {.factor = 1 / edits.temperature});
    if (!std::ranges::all_of(network.numbers, [](float number) { return std::isfinite(number); })) {
        return std::unexpected(Error{
            ErrorCode::InvalidOptions, "scalings: they leave numbers that are not finite", {}});
    }
    return network;
}

} // namespace digitpad
