// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/checkpoint.h"

#include <QElapsedTimer>
#include <QString>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace digitpad {

/// What a folder's checkpoint is called.
inline const QString kCheckpointName = QStringLiteral("training.checkpoint");

/// Reads a run's checkpoint. Errors: NotFound, NotAFile, CannotRead and those of readCheckpoint.
[[nodiscard]] Result<Checkpoint> readCheckpointFile(const QString& path);

/// Keeps the newest checkpoint of a run in a file, on a thread of its own: a slow disk does not
/// hold up the training, and one that is written while newer ones come is followed by the newest
/// alone. The file is whole at every moment. Where it cannot be written, the next one is tried all
/// the same.
class CheckpointFile {
public:
    /// Seconds between two checkpoints, beside those after every epoch.
    static constexpr double kSeconds = 30;

    /// Makes the folder where there is none. `note` goes into every checkpoint.
    CheckpointFile(QString path, std::string note, double seconds = kSeconds);
    ~CheckpointFile() { finish(); }
    CheckpointFile(const CheckpointFile&) = delete;
    CheckpointFile& operator=(const CheckpointFile&) = delete;

    /// Whether it is time for one.
    [[nodiscard]] bool isDue() const { return m_sinceKept.nsecsElapsed() > m_nanoseconds; }

    void keep(Checkpoint&& checkpoint);

    /// Returns when all is written; nothing can be kept afterwards.
    void finish();

    /// Why a checkpoint could not be written: the first time, then never again. CannotWrite,
    /// NotAFile.
    [[nodiscard]] std::optional<Error> takeFailure();

private:
    void write();

    const QString m_path;
    const std::string m_note;
    const qint64 m_nanoseconds;
    QElapsedTimer m_sinceKept;

    std::mutex m_mutex; // of what follows
    std::condition_variable_any m_changed;
    std::optional<Checkpoint> m_waiting;
    std::optional<Error> m_failure;
    std::atomic<bool> m_hasFailure = false; // to be asked after every batch
    bool m_failed = false;

    std::jthread m_writer; // last: it uses the others
};

} // namespace digitpad
