// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/download/download_error.h"
#include "app/download/download_plan.h"
#include "app/download/download_progress.h"

#include <QLockFile>
#include <QObject>
#include <QSet>

#include <memory>
#include <optional>
#include <stop_token>

class QNetworkAccessManager;

namespace digitpad {

class Transfer;

/// What runs on a download's thread: file after file, each from the first mirror that gives it.
///
/// What has arrived of a file lies beside its place as NAME.gz.part, and the next transfer goes on
/// from there, whichever mirror it is from. Where that does not give the published content, it was
/// not the same file, and all of it is fetched once more.
class DownloadWorker : public QObject {
    Q_OBJECT

public:
    explicit DownloadWorker(DownloadPlan plan);
    ~DownloadWorker() override;

    /// Ends with finished(), failed() or cancelled(); once at a time.
    void run(const std::stop_token& stop);
    /// After the token of run() was asked to stop.
    void abort();

Q_SIGNALS:
    void progressed(const digitpad::DownloadProgress& progress);
    void mirrorFailed(const digitpad::DownloadError& error);
    void finished();
    void failed(const digitpad::DownloadError& error);
    void cancelled();

private:
    [[nodiscard]] const PublishedFile& file() const { return m_plan.files[m_file]; }
    [[nodiscard]] QString partOf(const PublishedFile& file) const;
    [[nodiscard]] std::optional<DownloadError> takeFolder();

    void nextFile();
    void tryMirror();
    void transferEnded(const std::optional<DownloadError>& error);
    void store(bool wasResumed);
    void tryNext(const DownloadError& error);
    void nextMirror();
    void end(const std::optional<DownloadError>& error);
    void tell(bool checking);

    DownloadPlan m_plan;
    std::stop_token m_stop;
    QNetworkAccessManager* m_manager = nullptr; // made on the thread that uses it
    std::unique_ptr<QLockFile> m_lock;
    Transfer* m_transfer = nullptr;

    qsizetype m_file = -1;
    qsizetype m_mirror = 0;    ///< the one that is tried; the next file begins with it
    QSet<qsizetype> m_useless; ///< mirrors that do not have this file as it was published
    qint64 m_longest = 0;      ///< bytes of this file that any attempt has reached
    qsizetype m_fruitless = 0; ///< attempts since then
    int m_attempts = 0;        ///< at this file

    qint64 m_done = 0;    ///< bytes of the files before this one
    qint64 m_size = 0;    ///< bytes of this one's part
    qint64 m_whole = 0;   ///< bytes that it will have, about
    qint64 m_arrived = 0; ///< bytes that came over the network
    qint64 m_rest = 0;    ///< bytes that the files after this one will have, about
    SpeedMeter m_speed;
    QElapsedTimer m_sinceTold;
};

} // namespace digitpad
