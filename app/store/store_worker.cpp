// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store_worker.h"

#include "app/store/runs.h"
#include "app/store/samples.h"

#include <QFile>

#include <utility>

namespace digitpad {

namespace {

// A transaction waits for the disk: not one for every point.
constexpr int kWriteEvery = 1000; // milliseconds

} // namespace

StoreWorker::StoreWorker(QString file) : m_file(std::move(file)), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(kWriteEvery);
    connect(m_timer, &QTimer::timeout, this, &StoreWorker::flush);
}

StoreWorker::~StoreWorker() = default;

void StoreWorker::open()
{
    m_database.reset();
    auto database = Database::open(m_file);
    if (!database) {
        m_failure = database.error();
        m_untold.clear();
        Q_EMIT openFailed(m_failure);
        return;
    }
    m_database = std::move(*database);
    if (!m_database->isReadOnly()) {
        // Housekeeping: where it fails, as on a full disk, the next start does it.
        static_cast<void>(Runs(*m_database).purge());
        static_cast<void>(Samples(*m_database).purge());
        static_cast<void>(m_database->shrink());
    }
    Q_EMIT opened({.isReadOnly = m_database->isReadOnly(), .setAside = m_database->setAside()});
}

void StoreWorker::close()
{
    flush();
    m_timer->stop();
    m_database.reset();
}

void StoreWorker::begin(const NewRun& run, const std::vector<TrainingEvent>& told)
{
    Untold& untold = m_untold[run.id];
    untold = {};
    untold.begin = run;
    untold.events = told;
    flush();
}

void StoreWorker::record(const QString& run, const std::vector<TrainingEvent>& events)
{
    auto& untold = m_untold[run].events;
    untold.insert(untold.end(), events.begin(), events.end());
    writeSoon();
}

void StoreWorker::steer(const QString& run, const TrainingChange& change)
{
    m_untold[run].changes.push_back(change);
    writeSoon();
}

void StoreWorker::writeSoon()
{
    if (!m_timer->isActive()) {
        m_timer->start();
    }
}

void StoreWorker::finish(const QString& run, const RunEnd& end)
{
    m_untold[run].end = end;
    flush();
}

/// Writes what every run told; what cannot be written is kept for the next time.
void StoreWorker::flush()
{
    if (!m_database) {
        m_untold.clear();
        return;
    }
    for (auto it = m_untold.begin(); it != m_untold.end();) {
        auto& [run, untold] = *it;
        const auto written = write(run, untold);
        if (written || written.error().code == ErrorCode::NotFound) {
            it = m_untold.erase(it);
            continue;
        }
        if (!std::exchange(untold.isFailing, true)) {
            Q_EMIT recordingFailed(run, written.error());
        }
        ++it;
    }
    if (!m_untold.empty()) {
        m_timer->start();
    }
}

/// Takes out of `untold` what was written.
Result<void> StoreWorker::write(const QString& run, Untold& untold)
{
    Runs runs(*m_database);
    if (untold.begin) {
        if (auto begun = runs.begin(*untold.begin, untold.events); !begun) {
            return begun;
        }
        untold.begin.reset();
        untold.events.clear();
        Q_EMIT runsChanged();
    }
    if (!untold.events.empty()) {
        if (auto appended = runs.append(run, untold.events); !appended) {
            return appended;
        }
        untold.events.clear();
        Q_EMIT runsChanged();
    }
    for (auto& changes = untold.changes; !changes.empty(); changes.erase(changes.begin())) {
        if (auto steered = runs.steer(run, changes.front()); !steered) {
            return steered;
        }
    }
    if (untold.end) {
        if (auto finished = runs.finish(run, *untold.end); !finished) {
            return finished;
        }
        Q_EMIT runsChanged();
        if (untold.end->model != nullptr) {
            Q_EMIT runKept(run, runs.name(run).value_or(QString()));
        }
    }
    return {};
}

/// A database that turns out to be damaged while it is used is opened anew, which sets it aside.
void StoreWorker::lookAtDamage(const Error& error)
{
    if (error.code == ErrorCode::Damaged && error.file == QFile::encodeName(m_file).toStdString()) {
        open();
    }
}

} // namespace digitpad
