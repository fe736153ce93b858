// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/glyph.h"
#include "core/engine/prediction.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digitpad {

// The networks there are.
inline constexpr std::string_view kSimpleNn = "simple-nn";
inline constexpr std::string_view kConvNet = "convnet"; ///< has learnt what is no digit, too

struct ModelInfo {
    std::string network;         ///< kSimpleNn or kConvNet
    std::int64_t parameters = 0; ///< how many numbers it has learnt
    std::string device;          ///< where it computes: "cpu", "cuda:0"
    /// How it was trained, as a JSON object written at its training (options, data, accuracy);
    /// empty for a file that says nothing of it, such as one written by Python.
    std::string recipe;
};

/// A trained network on one device. Never changes once made, so any number of threads may read
/// with it at the same time.
class Model {
public:
    virtual ~Model() = default;

    [[nodiscard]] virtual const ModelInfo& info() const = 0;

    /// Reads any number of glyphs: one prediction each, in their order. Blocks for the computation
    /// (microseconds for one glyph on a CPU). Errors: OutOfMemory, Internal.
    [[nodiscard]] virtual Result<std::vector<Prediction>>
    read(std::span<const Glyph> glyphs) const = 0;

    /// The bytes of a .pth file: what Python's torch.save(model.state_dict()) writes, readable by
    /// torch.load(..., weights_only=True). The same on every device. Errors: OutOfMemory, Internal.
    [[nodiscard]] virtual Result<std::string> toPth() const = 0;
};

} // namespace digitpad
