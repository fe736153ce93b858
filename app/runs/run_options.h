// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/run_record.h"

#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace digitpad {

/// The options that tell most of a run, short enough for a table: the learning rate, the batch
/// size, and what its network is not usually trained with.
[[nodiscard]] QString tellingOptions(const TrainingOptions& options);

/// An option in which runs differ.
struct RunDifference {
    QString option;     ///< "learning rate"
    QStringList values; ///< of each run; empty where the option means nothing to it
};

/// What is not the same in all of these runs: data, network and options, in the order in which a
/// person chooses them; without what follows from the networks, where each run has what its own is
/// usually trained with. A learning rate or a number of epochs that was changed on the way is told
/// with what it became: "0.001 → 0.0001".
[[nodiscard]] std::vector<RunDifference> runDifferences(std::span<const StoredRun* const> runs);

/// What tells one of the runs from the others: "learning rate 0.001 · batch size 64".
[[nodiscard]] QString differencesOf(const std::vector<RunDifference>& differences, qsizetype run);

} // namespace digitpad
