// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/engine/checkpoint.h"

#include <optional>

namespace digitpad {

/// Why a run cannot go on from a checkpoint with this data, if it cannot: OtherData, or Damaged
/// where the checkpoint does not fit its own options. The options and the data themselves are in
/// range.
[[nodiscard]] std::optional<Error>
misfit(const Checkpoint& from, const Dataset& training, const Dataset& test);

} // namespace digitpad
