// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training_data.h"

#include <optional>
#include <string>

namespace digitpad {

/// Where a run's data is, as text for its checkpoints: JSON, with absolute paths.
[[nodiscard]] std::string noteOf(const DataSources& sources);

/// The other way; nothing for a text of somebody else or one that names no data.
[[nodiscard]] std::optional<DataSources> dataSourcesOf(const std::string& note);

} // namespace digitpad
