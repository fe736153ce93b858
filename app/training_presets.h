// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/training.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace digitpad {

/// A recipe that has a name.
struct TrainingPreset {
    std::string_view name;
    TrainingOptions options;
    /// What the network that the program carries learnt from beside MNIST and pen strokes.
    std::size_t synthetic = 0;
    std::optional<std::size_t> noDigits;
};

/// "article": the reference recipe; then those of the networks that the program carries,
/// "simple-nn" and "convnet".
[[nodiscard]] std::vector<TrainingPreset> trainingPresets();

} // namespace digitpad
