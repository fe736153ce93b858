// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"
#include "core/reading/conv_kernels.h"
#include "core/reading/cpu_kernels.h"
#include "core/reading/network_file.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace digitpad {

/// convnet's outputs on the CPU: batch norm folded into the weights, and each convolution summed up
/// in registers. Reads on any number of threads at once.
class ConvNetReader {
public:
    static constexpr std::size_t kOutputs = kConvOutputs;
    /// How many glyphs take longer than to start a thread.
    static constexpr std::size_t kWorthAThread = 16;

    /// network: a convnet. kernels: one of convKernels().
    explicit ConvNetReader(
        const NetworkFile& network, const ConvKernels& kernels = convKernels().front());

    /// logits [glyphs.size(), 11]: the outputs before the softmax.
    void read(std::span<const Glyph> glyphs, std::span<float> logits) const;

private:
    struct Layer {
        std::vector<Channels> weights;
        std::vector<Channels> biases;
    };

    [[nodiscard]] static Layer folded(const ConvShape& shape, std::span<const float> numbers);

    Affine m_affine; ///< from bytes to pixels
    const ConvKernels& m_kernels;
    std::array<Layer, kConvShapes.size()> m_layers;
    std::vector<Channels> m_linear; ///< [row, column, channel] of the last maps, the outputs padded
    Channels m_linearBias;
};

} // namespace digitpad
