// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/torch_inside.h"

#include "core/torch/guarded.h"
#include "core/torch/thread_count.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <string>

namespace digitpad {
namespace {

// So few that what lies between two layers stays in the CPU's cache.
constexpr std::size_t kChunk = 128;

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
        shares.output = sumOf(pass.values.back().flatten() * *weights);
        const at::Tensor products = (derivatives[0] * pass.values[0]).contiguous();
        std::copy_n(products.data_ptr<float>(), Glyph::kPixels, shares.pixels.begin());
        // The mean, which is taken from every pixel, and the biases on their ways to the output.
        shares.constant = -m_network.mean() * sumOf(derivatives[0]);
        for (std::size_t i = 1; i < derivatives.size(); ++i) {
            shares.constant += sumOf(derivatives[i].sum({0, 2, 3}) * m_network.biases(i));
        }
        return shares;
    });
}

} // namespace digitpad
