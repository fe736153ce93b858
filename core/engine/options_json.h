// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/engine/training.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace digitpad {

/// All options of a run as a JSON object, on one line: what the database of runs, the files of
/// runs and checkpoints hold. The names are those of TrainingOptions; a seed above 2^53, which not
/// every reader of JSON can hold, is a text; of the augmentation there are the parts that are on:
/// {"rotation": {"share": 0.5, "strength": 1}}.
[[nodiscard]] std::string optionsToJson(const TrainingOptions& options);

/// The other way. An option that is missing has its default, what is not known is passed over, so
/// that older and newer Digitpads understand each other. Errors: Damaged for what is no such
/// object, is out of its range or of another type, with the option's name; TooLarge for over 64
/// KiB.
[[nodiscard]] Result<TrainingOptions> optionsFromJson(std::string_view json);
/// The same of JSON that is parsed already, as part of something larger.
[[nodiscard]] Result<TrainingOptions> optionsFromJson(const nlohmann::json& json);

} // namespace digitpad
