// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/run_record.h"
#include "core/base/error.h"

#include <QJsonObject>

namespace digitpad {

class Runs;

/// What such a file's name ends in, after the dot.
inline const QString kRunFileSuffix = QStringLiteral("digitpad-run");

/// A run to hand to somebody else: a JSON object in UTF-8, read as readily by Python as here.
///
///     format    "digitpad run"
///     version   1
///     id        a UUID
///     name, note, data, failure   texts; data: what it learnt from
///     started   ISO 8601 in UTC: "2026-11-23T06:00:00.000Z"
///     seconds   spent on training and tests
///     status    "running", "finished", "stopped", "diverged" or "interrupted"
///     options   see optionsToJson()
///     counts    {"digits": n, "none": n, "test": n}, see DataCounts
///     accuracy  0 to 1, of the model on the test data; absent where there is none
///     losses    [[epoch, epochs, batch, batches, loss], ...], see LossPoint
///     epochs    [[epoch, epochs, batches, training loss, test loss, test accuracy], ...],
///               see EpochResult; null where there is no test data
///     changes   [[epoch, batch, epochs, learning rate], ...], see TrainingChange
///     model     the .pth file in base64; absent where none was kept
///
/// Where the data lies on this machine is not in it. A new version is one that this could not read.
struct RunFile {
    StoredRun run;
    QByteArray pth;
};

/// All of it but losses, epochs, changes and model.
[[nodiscard]] QJsonObject toJson(const RunSummary& run);
/// All of it but the model.
[[nodiscard]] QJsonObject toJson(const StoredRun& run);
[[nodiscard]] QByteArray writeRunFile(const RunFile& file);

/// No byte is trusted: types, ranges, counts. Errors: Damaged, naming the entry; Unsupported for
/// a later version.
[[nodiscard]] Result<RunFile> readRunFile(const QByteArray& bytes);

/// Saves a run as such a file. Errors: those of Runs and of saveFile.
[[nodiscard]] Result<void> exportRun(Runs& runs, const QString& id, const QString& path);

/// Adds the run of such a file, under another id where there is one of its id. Gives the id.
/// Errors: NotFound, NotAFile, CannotRead, TooLarge (512 MiB); those of readRunFile and Runs.
[[nodiscard]] Result<QString> importRun(Runs& runs, const QString& path);

} // namespace digitpad
