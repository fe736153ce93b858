// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/training.h"

#include <cstddef>
#include <span>
#include <string>

namespace digitpad {

/// What a recipe is made of.
struct RecipeFacts {
    const TrainingOptions& options; ///< `device` and `threads` are those it computed with
    const std::string& dataName;
    std::size_t trainingDigits;    ///< learnt from
    std::size_t calibrationDigits; ///< not learnt from
    std::size_t testDigits;
    double temperature; ///< what the outputs were divided by in the end
    std::span<const EpochResult> epochs;
    std::span<const TrainingChange> changes;
};

/// What it takes to make this model again, and how good it is, as a JSON object. No times: the same
/// run writes the same text.
[[nodiscard]] std::string recipeOf(const RecipeFacts& facts);

} // namespace digitpad
