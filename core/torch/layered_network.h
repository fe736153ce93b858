// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"
#include "core/engine/inside.h"
#include "core/reading/network_file.h"

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <span>
#include <vector>

namespace digitpad {

/// A network whose layers can be had one by one, forward and back. On the CPU, float32.
class LayeredNetwork {
public:
    explicit LayeredNetwork(const NetworkFile& file);

    /// As Inside::layers.
    [[nodiscard]] const std::vector<Layer>& layers() const { return m_layers; }
    /// Of a layer from 1 on, [units, inputs, kernel, kernel], batch norm folded in.
    [[nodiscard]] const at::Tensor& weights(std::size_t layer) const { return m_weights[layer]; }
    /// Likewise, [units].
    [[nodiscard]] const at::Tensor& biases(std::size_t layer) const { return m_biases[layer]; }

    /// The network takes (ink - mean) / deviation, with ink in 0..1.
    [[nodiscard]] double mean() const { return m_mean; }
    [[nodiscard]] double deviation() const { return m_deviation; }

    /// Glyphs as ink in 0..1, [n, 1, 28, 28].
    [[nodiscard]] static at::Tensor ink(std::span<const Glyph> glyphs);

    /// What the layers give for n glyphs, each [n, units, rows, columns]: in [0] the ink itself.
    struct Pass {
        std::vector<at::Tensor> sums; ///< before ReLU
        std::vector<at::Tensor> values;
    };
    /// Up to the layer `last`.
    [[nodiscard]] Pass forward(const at::Tensor& ink, std::size_t last) const;
    [[nodiscard]] Pass forward(const at::Tensor& ink) const
    {
        return forward(ink, m_layers.size() - 1);
    }

    /// The derivatives of Σ outputs × `of` by each layer's sums, laid out as those of `pass`, and
    /// in [0] by the ink. of: [outputs] or [n, outputs].
    [[nodiscard]] std::vector<at::Tensor> backward(const Pass& pass, const at::Tensor& of) const;

private:
    [[nodiscard]] at::Tensor sumsOf(std::size_t layer, const at::Tensor& below) const;
    [[nodiscard]] at::Tensor derivativeBelow(std::size_t layer, const at::Tensor& derivative) const;

    std::vector<Layer> m_layers;
    std::vector<at::Tensor> m_weights; ///< undefined in [0]
    std::vector<at::Tensor> m_biases;
    double m_mean;
    double m_deviation;
};

} // namespace digitpad
