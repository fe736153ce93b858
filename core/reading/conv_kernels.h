// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"
#include "core/reading/network_file.h"

#include <array>
#include <cstddef>
#include <vector>

namespace digitpad {

/// A number for each of 32 channels next to each other.
struct alignas(64) Channels {
    static constexpr std::size_t kCount = 32;
    std::array<float, kCount> numbers{};
};

/// A layer of convnet as it lies in memory. Maps are [row, column, channel], so that the channels
/// of a place are next to each other, with a margin of zeros as wide as the padding of the layer
/// that looks at them.
struct ConvShape {
    std::size_t inputs;    ///< channels
    std::size_t outputs;   ///< channels, a multiple of 32
    std::size_t kernel;    ///< rows and columns
    std::size_t stride;    ///< rows and columns
    std::size_t inputSide; ///< rows and columns, margins included
    std::size_t side;      ///< of the output, without its margins
    std::size_t margin;    ///< of the output

    [[nodiscard]] constexpr std::size_t outputSide() const { return side + 2 * margin; }
    /// How many numbers of the input one output looks at.
    [[nodiscard]] constexpr std::size_t reach() const { return kernel * kernel * inputs; }
    /// How many Channels the output of one glyph takes, margins included.
    [[nodiscard]] constexpr std::size_t outputSize() const
    {
        return outputSide() * outputSide() * outputs / Channels::kCount;
    }
};

inline constexpr std::array kConvShapes = [] {
    std::array<ConvShape, kConvLayers.size()> shapes{};
    std::size_t below = Glyph::kSide;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const ConvLayer& layer = kConvLayers[i];
        const auto kernel = static_cast<std::size_t>(layer.kernel);
        const auto stride = static_cast<std::size_t>(layer.stride);
        const std::size_t inputSide = below + 2 * static_cast<std::size_t>(layer.padding);
        below = (inputSide - kernel) / stride + 1;
        shapes[i] = {
            .inputs = static_cast<std::size_t>(layer.inputs),
            .outputs = static_cast<std::size_t>(layer.outputs),
            .kernel = kernel,
            .stride = stride,
            .inputSide = inputSide,
            .side = below,
            .margin =
                i + 1 < shapes.size() ? static_cast<std::size_t>(kConvLayers[i + 1].padding) : 0};
    }
    return shapes;
}();

/// The functions for one instruction set.
struct ConvKernels {
    /// One layer, ReLU included, for `count` glyphs whose maps lie one after the other. weights:
    /// [outputs / 32, kernel row, kernel column, inputs, 32]; biases: [outputs]. The margins of
    /// `outputs` stay as they are. NaN stays NaN.
    using Convolve = void (*)(
        const float* inputs, std::size_t count, const Channels* weights, const Channels* biases,
        Channels* outputs);
    std::array<Convolve, kConvLayers.size()> layers;

    /// sums [32] += Σ features[i] × weights[i].
    void (*addLinear)(
        const float* features, std::size_t count, const Channels* weights, Channels& sums);
};

/// Those that this machine can compute, the quickest first.
[[nodiscard]] const std::vector<ConvKernels>& convKernels();

} // namespace digitpad
