// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/layered_network.h"

#include "core/torch/network.h"

#include <ATen/ATen.h>

#include <string>

namespace digitpad {
namespace {

Network networkOf(const NetworkFile& file)
{
    Network network(
        file.network, file.hiddenUnits,
        at::empty({static_cast<std::int64_t>(file.numbers.size())}, at::kFloat));
    setNumbers(network.flat, file.numbers);
    return network;
}

Layer pixelLayer()
{
    return {
        .name = "pixels",
        .units = 1,
        .rows = Glyph::kSide,
        .columns = Glyph::kSide,
        .isRectified = false};
}

/// A layer whose units look at all of the one below.
Layer connectedLayer(std::string name, std::int64_t units, const Layer& below)
{
    return {
        .name = std::move(name),
        .units = static_cast<int>(units),
        .rows = 1,
        .columns = 1,
        .inputs = below.units,
        .kernel = below.rows};
}

Layer convLayer(std::string name, const ConvLayer& layer, const Layer& below)
{
    const auto kernel = static_cast<int>(layer.kernel);
    const auto stride = static_cast<int>(layer.stride);
    const auto padding = static_cast<int>(layer.padding);
    const auto across = [&](int size) { return (size + 2 * padding - kernel) / stride + 1; };
    return {
        .name = std::move(name),
        .units = static_cast<int>(layer.outputs),
        .rows = across(below.rows),
        .columns = across(below.columns),
        .inputs = below.units,
        .kernel = kernel,
        .stride = stride,
        .padding = padding};
}

std::vector<Layer> layersOf(const NetworkFile& file)
{
    std::vector<Layer> layers{pixelLayer()};
    if (file.network == kSimpleNn) {
        layers.push_back(connectedLayer("fc1", file.hiddenUnits, layers.back()));
        layers.push_back(connectedLayer("fc2", 10, layers.back()));
    } else {
        for (const ConvLayer& layer : kConvLayers) {
            const std::string name = "convs." + std::to_string(layers.size() - 1);
            layers.push_back(convLayer(name, layer, layers.back()));
        }
        layers.push_back(connectedLayer("fc", kConvOutputs, layers.back()));
    }
    layers.back().isRectified = false;
    return layers;
}

bool isConnected(const Layer& layer)
{
    return layer.rows == 1 && layer.columns == 1 && layer.padding == 0;
}

} // namespace

LayeredNetwork::LayeredNetwork(const NetworkFile& file)
    : m_layers(layersOf(file)),
      m_weights(m_layers.size()),
      m_biases(m_layers.size()),
      m_mean(file.mean),
      m_deviation(file.deviation)
{
    const bool isSimple = file.network == kSimpleNn;
    const Network network = networkOf(file);
    // simple-nn's tensors for reading are its own, turned round.
    const std::vector<at::Tensor> tensors = isSimple ? network.tensors : tensorsForReading(network);
    for (std::size_t i = 1; i < m_layers.size(); ++i) {
        const Layer& layer = m_layers[i];
        const at::Tensor& weight = tensors[2 * (i - 1)];
        m_weights[i] = isConnected(layer)
                           ? weight.view({layer.units, layer.inputs, layer.kernel, layer.kernel})
                           : weight;
        m_biases[i] = tensors[2 * (i - 1) + 1];
    }
}

at::Tensor LayeredNetwork::ink(std::span<const Glyph> glyphs)
{
    // from_blob wants a pointer to what may change, but nothing writes through it.
    auto* pixels = const_cast<Glyph*>(glyphs.data());
    return at::from_blob(
               pixels, {static_cast<std::int64_t>(glyphs.size()), 1, Glyph::kSide, Glyph::kSide},
               at::kByte)
        .to(at::kFloat)
        .div_(255);
}

LayeredNetwork::Pass LayeredNetwork::forward(const at::Tensor& ink, std::size_t last) const
{
    Pass pass{.sums = {ink}, .values = {ink}};
    at::Tensor below = ((ink - m_mean) / m_deviation).contiguous(at::MemoryFormat::ChannelsLast);
    for (std::size_t i = 1; i <= last; ++i) {
        pass.sums.push_back(sumsOf(i, below));
        pass.values.push_back(m_layers[i].isRectified ? pass.sums.back().relu() : pass.sums.back());
        below = pass.values.back();
    }
    return pass;
}

at::Tensor LayeredNetwork::sumsOf(std::size_t layer, const at::Tensor& below) const
{
    const Layer& of = m_layers[layer];
    if (!isConnected(of)) {
        return at::conv2d(below, m_weights[layer], m_biases[layer], of.stride, of.padding);
    }
    const at::Tensor flat = below.reshape({below.size(0), -1});
    const at::Tensor weights = m_weights[layer].view({of.units, -1});
    return at::addmm(m_biases[layer], flat, weights.t()).view({below.size(0), of.units, 1, 1});
}

std::vector<at::Tensor> LayeredNetwork::backward(const Pass& pass, const at::Tensor& of) const
{
    std::vector<at::Tensor> derivatives(m_layers.size());
    derivatives.back() = of.view({-1, m_layers.back().units, 1, 1});
    for (std::size_t i = m_layers.size() - 1; i > 0; --i) {
        const at::Tensor below = derivativeBelow(i, derivatives[i]);
        derivatives[i - 1] = i > 1 ? below * (pass.values[i - 1] > 0) : below.div(m_deviation);
    }
    return derivatives;
}

at::Tensor LayeredNetwork::derivativeBelow(std::size_t layer, const at::Tensor& derivative) const
{
    const Layer& of = m_layers[layer];
    const Layer& below = m_layers[layer - 1];
    if (isConnected(of)) {
        const at::Tensor weights = m_weights[layer].view({of.units, -1});
        return derivative.reshape({-1, of.units})
            .mm(weights)
            .view({-1, below.units, below.rows, below.columns});
    }
    // What the last look leaves over where the stride does not come out even.
    const int left = (below.rows + 2 * of.padding - of.kernel) % of.stride;
    return at::conv_transpose2d(derivative, m_weights[layer], {}, of.stride, of.padding, left);
}

} // namespace digitpad
