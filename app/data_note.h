// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fine_tuning.h"
#include "app/training_data.h"

#include <QString>

#include <optional>
#include <string>

namespace digitpad {

/// Where a run's data is, as text for its checkpoints: JSON, with absolute paths; how the model did
/// that it began with, where it fine-tunes one; and the run's id among all runs, where it has one.
[[nodiscard]] std::string noteOf(
    const DataSources& sources, const std::optional<Figures>& before = {}, const QString& run = {});

/// The other way; nothing for a text of somebody else or one that names no data.
[[nodiscard]] std::optional<DataSources> dataSourcesOf(const std::string& note);

/// What the note says of the model that the run began with; nothing where it says nothing.
[[nodiscard]] std::optional<Figures> figuresBeforeOf(const std::string& note);

/// The run's id; empty where the note says none.
[[nodiscard]] QString runOf(const std::string& note);

} // namespace digitpad
