// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/run_record.h"

#include <QByteArray>

#include <span>

namespace digitpad {

// Both as CSV: RFC 4180, C locale, UTF-8 with a byte order mark, a header
// line.

/// A row a run: id, name, note, started (ISO 8601, UTC), seconds, status, network, epochs (done),
/// learning_rate, batch_size, data, digits, none, test, accuracy (0 to 1; empty where it was not
/// tested), options (JSON, as in the file of a run).
[[nodiscard]] QByteArray runsCsv(std::span<const RunSummary> runs);

/// Of each run the rows of toCsv(TrainingRun), with its id and its name before them.
[[nodiscard]] QByteArray pointsCsv(std::span<const StoredRun* const> runs);

} // namespace digitpad
