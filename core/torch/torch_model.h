// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/model.h"
#include "core/reading/network_file.h"
#include "core/reading/reading_model.h"

#include <ATen/core/Tensor.h>
#include <c10/core/Device.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace digitpad {

/// A network that reads on a GPU.
class TorchModel final : public Model {
public:
    TorchModel(NetworkFile file, c10::Device device);

    [[nodiscard]] const ModelInfo& info() const override { return m_info; }
    [[nodiscard]] Result<std::vector<Prediction>>
    read(std::span<const Glyph> glyphs) const override;
    [[nodiscard]] Result<std::string> toPth() const override;

private:
    void readSome(std::span<const Glyph> glyphs, Prediction* predictions) const;

    NetworkFile m_file;
    std::vector<at::Tensor> m_tensors; ///< those of tensorsForReading
    ModelInfo m_info;
};

/// The model of a network on a device: on the CPU the one that reads without LibTorch, with at most
/// so many threads. May throw.
[[nodiscard]] std::shared_ptr<const Model>
modelOn(c10::Device device, NetworkFile file, std::size_t mostThreads = kAllCores);

} // namespace digitpad
