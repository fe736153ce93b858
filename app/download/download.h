// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/download/download_error.h"
#include "app/download/download_plan.h"
#include "app/download/download_progress.h"

#include <QObject>
#include <QThread>

#include <stop_token>

namespace digitpad {

class DownloadWorker;

/// A download as the GUI sees it. No call blocks but the destructor, which waits until the thread
/// has let go of network and files; answers come as signals on the thread this object lives on.
class Download : public QObject {
    Q_OBJECT

public:
    explicit Download(DownloadPlan plan, QObject* parent = nullptr);
    ~Download() override;

    [[nodiscard]] const DownloadPlan& plan() const { return m_plan; }
    [[nodiscard]] bool isRunning() const { return m_running; }

    /// Fetches what is not there yet, going on where an earlier download has ended, unless it is
    /// being done. finished(), failed() or cancelled() follows.
    void start();

    /// What has arrived is kept. cancelled() follows, or finished() where it was just that.
    void cancel();

Q_SIGNALS:
    void progressed(const digitpad::DownloadProgress& progress);
    /// Another mirror is tried.
    void mirrorFailed(const digitpad::DownloadError& error);
    /// All files of the plan lie in its folder, with the published content.
    void finished();
    void failed(const digitpad::DownloadError& error);
    void cancelled();

private:
    DownloadPlan m_plan;
    QThread m_thread;
    std::stop_source m_stop;
    DownloadWorker* m_worker; // lives on m_thread, deleted when that finishes
    bool m_running = false;
};

} // namespace digitpad
