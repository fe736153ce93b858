// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/model.h"
#include "core/torch/network.h"
#include "core/torch/simple_nn_reader.h"

#include <optional>
#include <string>
#include <vector>

namespace digitpad {

/// A network that reads, on the device its numbers lie on.
class TorchModel final : public Model {
public:
    struct Normalisation {
        double mean;
        double deviation;
    };

    /// The network's tensors must not be written to afterwards.
    TorchModel(Network network, Normalisation normalisation, std::string recipe);

    [[nodiscard]] const ModelInfo& info() const override { return m_info; }
    [[nodiscard]] Result<std::vector<Prediction>>
    read(std::span<const Glyph> glyphs) const override;
    [[nodiscard]] Result<std::string> toPth() const override;

private:
    void readSome(std::span<const Glyph> glyphs, Prediction* predictions) const;
    [[nodiscard]] at::Tensor logits(std::span<const Glyph> glyphs) const;

    Network m_network;
    std::optional<SimpleNnReader> m_simpleNn; ///< for simple-nn on the CPU
    std::vector<at::Tensor> m_tensors;        ///< otherwise: those of tensorsForReading
    Normalisation m_normalisation;
    ModelInfo m_info;
};

} // namespace digitpad
