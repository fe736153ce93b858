// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/download/download_worker.h"

#include "app/download/transfer.h"
#include "app/download/unpack.h"

#include <QDir>
#include <QFileInfo>
#include <QNetworkAccessManager>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace digitpad {

namespace {

constexpr qint64 kTellEvery = 50; // milliseconds: what an eye can follow
constexpr int kMostAttempts = 12; // at a file that comes a few bytes at a time

} // namespace

DownloadWorker::DownloadWorker(DownloadPlan plan) : m_plan(std::move(plan)) {}

DownloadWorker::~DownloadWorker() = default;

void DownloadWorker::run(const std::stop_token& stop)
{
    m_stop = stop;
    if (m_manager == nullptr) {
        m_manager = new QNetworkAccessManager(this);
    }
    m_file = -1;
    m_done = 0;
    m_arrived = 0;
    m_rest = m_plan.packed();
    m_size = m_whole = 0;
    m_speed.start();
    tell(true);
    if (const auto error = takeFolder()) {
        end(error);
    } else {
        nextFile();
    }
}

void DownloadWorker::abort()
{
    if (m_transfer != nullptr) {
        m_transfer->abort();
    }
}

QString DownloadWorker::partOf(const PublishedFile& file) const
{
    return QDir(m_plan.folder).filePath(file.name + QStringLiteral(".gz.part"));
}

/// Makes the folder, and keeps others from fetching into it at the same time.
std::optional<DownloadError> DownloadWorker::takeFolder()
{
    errno = 0;
    if (!QDir().mkpath(m_plan.folder)) {
        return cannotStore(m_plan.folder, tr("the folder cannot be made"));
    }
    m_lock = std::make_unique<QLockFile>(QDir(m_plan.folder).filePath(QStringLiteral(".download")));
    m_lock->setStaleLockTime(0); // it is held as long as the one who took it lives
    errno = 0;
    if (m_lock->tryLock()) {
        return std::nullopt;
    }
    const bool isTaken = m_lock->error() == QLockFile::LockFailedError;
    DownloadError error = cannotStore(m_plan.folder, tr("it cannot be written"));
    if (isTaken) {
        error.kind = DownloadError::Kind::Busy;
    }
    m_lock.reset();
    return error;
}

void DownloadWorker::nextFile()
{
    while (++m_file < m_plan.files.size()) {
        m_rest -= file().packed;
        m_size = 0;
        m_whole = file().packed;
        tell(true);
        if (m_stop.stop_requested()) {
            break;
        }
        if (!isStored(m_plan.folder, file(), m_stop)) {
            m_useless.clear();
            m_longest = QFileInfo(partOf(file())).size();
            m_fruitless = 0;
            m_attempts = 0;
            tryMirror();
            return;
        }
        QFile::remove(partOf(file())); // of before the file came from somewhere else
        m_done += file().packed;
    }
    end(std::nullopt);
}

void DownloadWorker::tryMirror()
{
    if (m_stop.stop_requested()) {
        end(std::nullopt);
        return;
    }
    ++m_attempts;
    QUrl url = m_plan.mirrors[m_mirror];
    const bool isFolder = url.path().endsWith(QLatin1Char('/'));
    url.setPath(
        url.path() + (isFolder ? QString() : QStringLiteral("/")) + file().name +
        QStringLiteral(".gz"));
    m_transfer = new Transfer(
        {.url = url,
         .part = partOf(file()),
         .most = file().mostPacked(),
         .patience = m_plan.patience},
        this);
    connect(m_transfer, &Transfer::ended, this, &DownloadWorker::transferEnded);
    connect(m_transfer, &Transfer::received, this, [this](qint64 size, qint64 whole) {
        m_arrived += std::max<qint64>(size - m_size, 0);
        m_size = size;
        m_whole = std::max(whole > 0 ? whole : file().packed, size);
        m_speed.add(m_arrived);
        tell(false);
    });
    m_size = QFileInfo(partOf(file())).size();
    m_transfer->start(*m_manager);
}

void DownloadWorker::transferEnded(const std::optional<DownloadError>& error)
{
    Transfer* transfer = std::exchange(m_transfer, nullptr);
    transfer->deleteLater(); // it may be the one that calls
    if (m_stop.stop_requested()) {
        end(std::nullopt);
    } else if (!error) {
        store(transfer->isResumed());
    } else if (error->isHere()) {
        end(error);
    } else {
        tryNext(*error);
    }
}

/// All of the file has come, as far as the server is concerned.
void DownloadWorker::store(bool wasResumed)
{
    tell(true);
    auto stored = storeUnpacked(partOf(file()), m_plan.folder, file(), m_stop);
    if (m_stop.stop_requested() && !stored) {
        end(std::nullopt);
    } else if (stored) {
        QFile::remove(partOf(file()));
        m_done += m_size;
        nextFile();
    } else if (stored.error().isHere()) {
        end(stored.error());
    } else {
        QFile::remove(partOf(file()));
        if (wasResumed && m_attempts < kMostAttempts) {
            tryMirror(); // its beginning was another file's
        } else {
            stored.error().where = m_plan.mirrors[m_mirror].host();
            tryNext(stored.error());
        }
    }
}

void DownloadWorker::tryNext(const DownloadError& error)
{
    using Kind = DownloadError::Kind;
    if (error.kind == Kind::BrokenOff || error.kind == Kind::Silent ||
        error.kind == Kind::Unreachable) {
        const qint64 size = QFileInfo(partOf(file())).size();
        m_fruitless = size > m_longest ? 0 : m_fruitless + 1;
        m_longest = std::max(m_longest, size);
    } else {
        m_useless.insert(m_mirror);
    }
    const qsizetype left = m_plan.mirrors.size() - m_useless.size();
    if (left == 0 || m_fruitless >= left || m_attempts >= kMostAttempts) {
        end(error);
        return;
    }
    Q_EMIT mirrorFailed(error);
    nextMirror();
    tryMirror();
}

/// There is one that is not useless.
void DownloadWorker::nextMirror()
{
    do {
        m_mirror = (m_mirror + 1) % m_plan.mirrors.size();
    } while (m_useless.contains(m_mirror));
}

void DownloadWorker::end(const std::optional<DownloadError>& error)
{
    m_lock.reset();
    if (m_stop.stop_requested()) {
        Q_EMIT cancelled();
    } else if (error) {
        Q_EMIT failed(*error);
    } else {
        Q_EMIT finished();
    }
}

void DownloadWorker::tell(bool checking)
{
    if (checking || !m_sinceTold.isValid() || m_sinceTold.hasExpired(kTellEvery)) {
        m_sinceTold.start();
        Q_EMIT progressed(
            {.received = m_done + m_size,
             .total = m_done + m_whole + m_rest,
             .bytesPerSecond = m_speed.bytesPerSecond(),
             .checking = checking});
    }
}

} // namespace digitpad
