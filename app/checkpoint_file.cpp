// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkpoint_file.h"

#include "app/model_file.h"
#include "app/save_file.h"

#include <QDir>
#include <QFileInfo>

#include <new>
#include <utility>

namespace digitpad {

Result<Checkpoint> readCheckpointFile(const QString& path)
{
    constexpr qint64 kLargest = qint64{1} << 30;
    const Result<QByteArray> bytes = readFileBytes(path, kLargest);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    auto checkpoint = readCheckpoint({bytes->constData(), static_cast<std::size_t>(bytes->size())});
    if (!checkpoint) {
        checkpoint.error().file = QFile::encodeName(path).toStdString();
    }
    return checkpoint;
}

CheckpointFile::CheckpointFile(QString path, std::string note, double seconds)
    : m_path(std::move(path)),
      m_note(std::move(note)),
      m_nanoseconds(static_cast<qint64>(seconds * 1e9)),
      m_writer([this](const std::stop_token& stop) {
          std::unique_lock lock(m_mutex);
          while (m_changed.wait(lock, stop, [this] { return m_waiting.has_value(); })) {
              lock.unlock();
              write();
              lock.lock();
          }
      })
{
    m_sinceKept.start();
}

void CheckpointFile::finish()
{
    m_writer.request_stop();
    if (m_writer.joinable()) {
        m_writer.join();
    }
}

void CheckpointFile::keep(Checkpoint&& checkpoint)
{
    checkpoint.note = m_note;
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting = std::move(checkpoint);
    }
    m_changed.notify_one();
    m_sinceKept.restart();
}

std::optional<Error> CheckpointFile::takeFailure()
{
    if (!m_hasFailure.exchange(false)) {
        return std::nullopt;
    }
    const std::scoped_lock lock(m_mutex);
    return m_failure;
}

void CheckpointFile::write()
{
    std::optional<Checkpoint> checkpoint;
    {
        const std::scoped_lock lock(m_mutex);
        checkpoint = std::exchange(m_waiting, std::nullopt);
    }
    Result<void> saved;
    try {
        const std::string bytes = writeCheckpoint(*checkpoint);
        QDir().mkpath(QFileInfo(m_path).absolutePath()); // that it failed shows in what follows
        saved = saveFile(
            m_path, QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())));
    } catch (const std::bad_alloc&) {
        saved = std::unexpected(
            Error{.code = ErrorCode::OutOfMemory, .detail = "no memory for it", .file = {}});
    }
    if (!saved && !m_failed) {
        m_failed = true;
        const std::scoped_lock lock(m_mutex);
        m_failure = saved.error();
        m_hasFailure = true;
    }
}

} // namespace digitpad
