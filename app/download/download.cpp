// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/download/download.h"

#include "app/download/download_worker.h"

#include <utility>

namespace digitpad {

Download::Download(DownloadPlan plan, QObject* parent)
    : QObject(parent), m_plan(std::move(plan)), m_worker(new DownloadWorker(m_plan))
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("download"));
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &DownloadWorker::progressed, this, &Download::progressed);
    connect(m_worker, &DownloadWorker::mirrorFailed, this, &Download::mirrorFailed);
    connect(m_worker, &DownloadWorker::finished, this, [this] {
        m_running = false;
        Q_EMIT finished();
    });
    connect(m_worker, &DownloadWorker::failed, this, [this](const DownloadError& error) {
        m_running = false;
        Q_EMIT failed(error);
    });
    connect(m_worker, &DownloadWorker::cancelled, this, [this] {
        m_running = false;
        Q_EMIT cancelled();
    });
}

Download::~Download()
{
    cancel();
    m_thread.start(); // so that the worker is deleted where it is never asked for anything
    m_thread.quit();
    m_thread.wait();
}

void Download::start()
{
    if (m_running) {
        return;
    }
    m_running = true;
    m_stop = {};
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, stop = m_stop.get_token()] { worker->run(stop); });
}

void Download::cancel()
{
    if (m_running) {
        m_stop.request_stop();
        QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->abort(); });
    }
}

} // namespace digitpad
