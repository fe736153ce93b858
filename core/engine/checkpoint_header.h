// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/checkpoint.h"

namespace digitpad {

/// How many of what follows the header in a checkpoint's file.
struct CheckpointCounts {
    std::size_t numbers = 0;
    std::size_t losses = 0;
};

/// The header's JSON: everything but `losses` and the vectors of `state`, which it only counts.
[[nodiscard]] std::string writeCheckpointHeader(const Checkpoint& checkpoint);

/// Fills a checkpoint from it. Errors: Damaged, naming the entry.
[[nodiscard]] Result<CheckpointCounts>
readCheckpointHeader(std::string_view text, Checkpoint& checkpoint);

} // namespace digitpad
