// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/torch_inside.h"

#include "core/torch/guarded.h"
#include "core/torch/thread_count.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace digitpad {
namespace {

// So few that what lies between two layers stays in the CPU's cache.
constexpr std::size_t kChunk = 128;

// Of integrated gradients.
constexpr int kFewestSteps = 64;
constexpr int kMostSteps = 1024;
constexpr double kIncomplete = 0.005; // part of what there is to share out
constexpr double kIncompleteOfNothing = 0.001;

std::vector<float> numbersOf(const at::Tensor& tensor)
{
    const at::Tensor inOrder = tensor.contiguous();
    const auto* first = inOrder.data_ptr<float>();
    return {first, first + inOrder.numel()};
}

std::unexpected<Error> outOfRange(const std::string& name, std::size_t least, std::size_t most)
{
    return std::unexpected(Error{
        ErrorCode::InvalidOptions,
        name + ": " + std::to_string(least) + " to " + std::to_string(most),
        {}});
}

/// What the outputs count for in the answer: 1, and -1 for the one it is held against.
Result<at::Tensor> weightsOf(const Question& question, int outputs)
{
    at::Tensor weights = at::zeros({outputs}, at::kFloat);
    if (question.digit < 0 || question.digit >= outputs) {
        return outOfRange("digit", 0, static_cast<std::size_t>(outputs) - 1);
    }
    if (question.against < -1 || question.against >= outputs) {
        return outOfRange("against", 0, static_cast<std::size_t>(outputs) - 1);
    }
    weights[question.digit] += 1;
    if (question.against >= 0) {
        weights[question.against] -= 1;
    }
    return weights;
}

double sumOf(const at::Tensor& numbers)
{
    return numbers.sum(at::kDouble).item<double>();
}

void copyPixels(const at::Tensor& from, std::array<double, Glyph::kPixels>& to)
{
    const at::Tensor inOrder = from.contiguous();
    std::copy_n(inOrder.data_ptr<float>(), Glyph::kPixels, to.begin());
}

/// The answers [n] for what the last layer gave.
at::Tensor answers(const LayeredNetwork::Pass& pass, const at::Tensor& weights)
{
    return pass.values.back().flatten(1).mv(weights);
}

/// The mean over the way from the blank sheet to the ink of the answer's derivative by the ink,
/// [1, 28, 28]; at the middles of equal steps.
at::Tensor meanDerivative(
    const LayeredNetwork& network, const at::Tensor& ink, const at::Tensor& weights, int steps)
{
    at::Tensor sum = at::zeros_like(ink[0]);
    for (int first = 0; first < steps; first += static_cast<int>(kChunk)) {
        const int end = std::min(steps, first + static_cast<int>(kChunk));
        const at::Tensor places = (at::arange(first, end, at::kFloat) + 0.5) / steps;
        const auto pass = network.forward(ink * places.view({-1, 1, 1, 1}));
        sum += network.backward(pass, weights)[0].sum(0);
    }
    return sum / steps;
}

/// A glyph with a square around a pixel made paper.
Glyph covered(Glyph glyph, int x, int y, int side)
{
    const int reach = side / 2;
    for (int row = std::max(0, y - reach); row <= std::min(Glyph::kSide - 1, y + reach); ++row) {
        for (int at = std::max(0, x - reach); at <= std::min(Glyph::kSide - 1, x + reach); ++at) {
            glyph.set(at, row, 0);
        }
    }
    return glyph;
}

struct Covered {
    std::vector<Glyph> glyphs;       ///< first the whole one, then one for each of `places`
    std::vector<std::size_t> places; ///< of the pixels around which there is ink to cover
};

Covered allCovered(const Glyph& glyph, int side)
{
    Covered all{.glyphs = {glyph}, .places = {}};
    for (int y = 0; y < Glyph::kSide; ++y) {
        for (int x = 0; x < Glyph::kSide; ++x) {
            if (const Glyph without = covered(glyph, x, y, side); without != glyph) {
                const int place = y * Glyph::kSide + x;
                all.glyphs.push_back(without);
                all.places.push_back(static_cast<std::size_t>(place));
            }
        }
    }
    return all;
}

} // namespace

Result<Unit> TorchInside::unit(std::size_t layer, std::size_t unit) const
{
    return guarded([&]() -> Result<Unit> {
        if (layer < 1 || layer >= layers().size()) {
            return outOfRange("layer", 1, layers().size() - 1);
        }
        const auto units = static_cast<std::size_t>(layers()[layer].units);
        if (unit >= units) {
            return outOfRange("unit", 0, units - 1);
        }
        const c10::InferenceMode inference;
        const auto index = static_cast<std::int64_t>(unit);
        const at::Tensor weights = m_network.weights(layer)[index];
        const bool seesPixels = layer == 1;
        return Unit{
            .weights = numbersOf(seesPixels ? weights / m_network.deviation() : weights),
            .bias = m_network.biases(layer)[index].item<float>(),
            .zero = seesPixels ? static_cast<float>(m_network.mean()) : 0};
    });
}

Result<Activations> TorchInside::activations(const Glyph& glyph) const
{
    return guarded([&]() -> Result<Activations> {
        const c10::InferenceMode inference;
        const ThreadCount threads(1); // one glyph is done before a second thread has woken
        const auto pass = m_network.forward(LayeredNetwork::ink({&glyph, 1}));
        Activations activations;
        for (std::size_t i = 0; i < pass.values.size(); ++i) {
            activations.layers.push_back(
                {.sums = numbersOf(pass.sums[i]), .values = numbersOf(pass.values[i])});
        }
        activations.prediction = predictionOf(activations.logits(), glyph);
        return activations;
    });
}

Result<std::vector<float>>
TorchInside::values(std::span<const Glyph> glyphs, std::size_t layer) const
{
    return guarded([&]() -> Result<std::vector<float>> {
        if (layer >= layers().size()) {
            return outOfRange("layer", 0, layers().size() - 1);
        }
        const c10::InferenceMode inference;
        std::vector<float> values;
        values.reserve(glyphs.size() * layers()[layer].size());
        for (std::size_t first = 0; first < glyphs.size(); first += kChunk) {
            const auto some = glyphs.subspan(first, std::min(kChunk, glyphs.size() - first));
            const auto pass = m_network.forward(LayeredNetwork::ink(some), layer);
            const at::Tensor inOrder = pass.values.back().contiguous();
            const auto* numbers = inOrder.data_ptr<float>();
            values.insert(values.end(), numbers, numbers + inOrder.numel());
        }
        return values;
    });
}

Result<Shares> TorchInside::shares(const Glyph& glyph, const Question& question) const
{
    return guarded([&]() -> Result<Shares> {
        const c10::InferenceMode inference;
        const ThreadCount threads(1);
        const auto weights = weightsOf(question, layers().back().units);
        if (!weights) {
            return std::unexpected(weights.error());
        }
        const auto pass = m_network.forward(LayeredNetwork::ink({&glyph, 1}));
        const auto derivatives = m_network.backward(pass, *weights);
        Shares shares;
        shares.output = answers(pass, *weights).item<double>();
        copyPixels(derivatives[0], shares.perInk);
        copyPixels(derivatives[0] * pass.values[0], shares.pixels);
        // The mean, which is taken from every pixel, and the biases on their ways to the output.
        shares.constant = -m_network.mean() * sumOf(derivatives[0]);
        for (std::size_t i = 1; i < derivatives.size(); ++i) {
            shares.constant += sumOf(derivatives[i].sum({0, 2, 3}) * m_network.biases(i));
        }
        return shares;
    });
}

Result<Shares> TorchInside::integratedGradients(const Glyph& glyph, const Question& question) const
{
    return guarded([&]() -> Result<Shares> {
        const c10::InferenceMode inference;
        const auto weights = weightsOf(question, layers().back().units);
        if (!weights) {
            return std::unexpected(weights.error());
        }
        const at::Tensor ink = LayeredNetwork::ink({&glyph, 1});
        const auto pass = m_network.forward(at::cat({at::zeros_like(ink), ink}));
        const at::Tensor ends = answers(pass, *weights);
        Shares shares{.constant = ends[0].item<double>(), .output = ends[1].item<double>()};
        const double whole = shares.output - shares.constant;
        at::Tensor derivative;
        int steps = kFewestSteps;
        const double allowed = std::max(kIncomplete * std::abs(whole), kIncompleteOfNothing);
        for (double gap = INFINITY; std::abs(gap) > allowed; steps *= 2) {
            derivative = meanDerivative(m_network, ink, *weights, steps);
            gap = steps < kMostSteps ? whole - sumOf(ink * derivative) : 0;
        }
        copyPixels(derivative, shares.perInk);
        copyPixels(ink * derivative, shares.pixels);
        return shares;
    });
}

Result<std::array<double, Glyph::kPixels>>
TorchInside::occlusion(const Glyph& glyph, const Question& question, int side) const
{
    return guarded([&]() -> Result<std::array<double, Glyph::kPixels>> {
        const c10::InferenceMode inference;
        const auto weights = weightsOf(question, layers().back().units);
        if (!weights) {
            return std::unexpected(weights.error());
        }
        if (side < 1 || side >= Glyph::kSide || side % 2 == 0) {
            return std::unexpected(
                Error{ErrorCode::InvalidOptions, "side: an odd number, 1 to 27", {}});
        }
        const auto [glyphs, places] = allCovered(glyph, side);
        const auto logits = values(glyphs, layers().size() - 1);
        if (!logits) {
            return std::unexpected(logits.error());
        }
        const std::size_t outputs = layers().back().size();
        const auto answer = [&](std::size_t i) {
            return std::inner_product(
                weights->data_ptr<float>(), weights->data_ptr<float>() + outputs,
                logits->begin() + static_cast<std::ptrdiff_t>(i * outputs), 0.0);
        };
        std::array<double, Glyph::kPixels> falls{};
        for (std::size_t i = 0; i < places.size(); ++i) {
            falls[places[i]] = answer(0) - answer(i + 1);
        }
        return falls;
    });
}

} // namespace digitpad
