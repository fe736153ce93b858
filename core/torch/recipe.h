// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/edits.h"
#include "core/engine/training.h"
#include "core/reading/network_file.h"

#include <cstddef>
#include <span>
#include <string>

namespace digitpad {

/// What a recipe is made of.
struct RecipeFacts {
    const TrainingOptions& options; ///< `device` and `threads` are those it computed with
    const std::string& dataName;
    const std::string& startedFrom; ///< of historyOf(); empty where the weights were drawn
    std::size_t trainingDigits;     ///< learnt from
    std::size_t calibrationDigits;  ///< not learnt from
    std::size_t testDigits;
    double temperature; ///< what the outputs were divided by in the end
    std::span<const EpochResult> epochs;
    std::span<const TrainingChange> changes;
};

/// What a model that is trained on has behind it, from its own recipe: a JSON list with the plain
/// entries of that recipe, then those of what it was started from itself, and so on.
[[nodiscard]] std::string historyOf(const std::string& recipe);

/// What it takes to make this model again, and how good it is, as a JSON object. No times: the same
/// run writes the same text.
[[nodiscard]] std::string recipeOf(const RecipeFacts& facts);

/// The same for a network whose weights were edited: what it takes, and what it was before.
[[nodiscard]] std::string recipeOfEdits(const NetworkFile& from, const Edits& edits);

} // namespace digitpad
