// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/model.h"
#include "core/torch/simple_nn.h"

#include <string>
#include <vector>

namespace digitpad {

/// A simple-nn that reads, on the device its numbers lie on.
class TorchModel final : public Model {
public:
    struct Normalisation {
        double mean;
        double deviation;
    };

    /// The network's tensors must not be written to afterwards.
    TorchModel(SimpleNn network, Normalisation normalisation, std::string recipe);

    [[nodiscard]] const ModelInfo& info() const override { return m_info; }
    [[nodiscard]] Result<std::vector<Prediction>>
    read(std::span<const Glyph> glyphs) const override;
    [[nodiscard]] Result<std::string> toPth() const override;

private:
    void readSome(std::span<const Glyph> glyphs, Prediction* predictions) const;

    SimpleNn m_network;
    at::Tensor m_fc1Transposed;
    at::Tensor m_fc2Transposed;
    Normalisation m_normalisation;
    ModelInfo m_info;
};

} // namespace digitpad
