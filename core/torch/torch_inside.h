// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/inside.h"
#include "core/torch/layered_network.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace digitpad {

class TorchInside final : public Inside {
public:
    explicit TorchInside(const NetworkFile& file) : m_network(file) {}

    [[nodiscard]] const std::vector<Layer>& layers() const override { return m_network.layers(); }
    [[nodiscard]] Result<Unit> unit(std::size_t layer, std::size_t unit) const override;
    [[nodiscard]] Result<Activations> activations(const Glyph& glyph) const override;
    [[nodiscard]] Result<std::vector<float>>
    values(std::span<const Glyph> glyphs, std::size_t layer) const override;
    [[nodiscard]] Result<Shares>
    shares(const Glyph& glyph, const Question& question) const override;
    [[nodiscard]] Result<Shares>
    integratedGradients(const Glyph& glyph, const Question& question) const override;
    [[nodiscard]] Result<std::array<double, Glyph::kPixels>>
    occlusion(const Glyph& glyph, const Question& question, int side) const override;

private:
    LayeredNetwork m_network;
};

} // namespace digitpad
