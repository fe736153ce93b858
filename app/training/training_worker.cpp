// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_worker.h"

#include "core/engine/evaluation.h"

#include <QFile>
#include <QThread>

#include <utility>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace digitpad {

namespace {

constexpr qint64 kTellEvery = 50; // milliseconds: what an eye can follow

} // namespace

TrainingWorker::TrainingWorker(std::stop_token closing) : m_closing(std::move(closing)) {}

void TrainingWorker::stepBack()
{
    // Training keeps every core busy; drawing must stay smooth beside it. QThread's priorities do
    // nothing under Linux's ordinary scheduler, but there a nice value belongs to a thread (see
    // setpriority(2), "C library/kernel differences") and is inherited by the threads it creates.
    // OpenMP gives each thread that opens a parallel region a pool of its own, so the pool that
    // trains is nice as well, and the one that reads drawings is not.
#ifdef Q_OS_LINUX
    constexpr int kNicer = 10;
    setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + kNicer);
#else
    QThread::currentThread()->setPriority(QThread::LowPriority);
#endif
}

void TrainingWorker::setEngine(const std::shared_ptr<const Engine>& engine)
{
    m_engine = engine;
    Q_EMIT devicesFound(m_engine->devices());
}

void TrainingWorker::checkFolder(const QString& folder)
{
    Q_EMIT folderChecked(folder, mnistSize(QFile::encodeName(folder).toStdString()));
}

void TrainingWorker::run(const TrainingRequest& request, const std::stop_token& stop)
{
    m_untold = {};
    m_sinceTold.start();
    const Result<TrainingOutcome> outcome = train(request, stop);
    tell(true);
    if (outcome) {
        Q_EMIT finished(*outcome);
    } else {
        Q_EMIT failed(outcome.error());
    }
}

Result<TrainingOutcome>
TrainingWorker::train(const TrainingRequest& request, const std::stop_token& stop)
{
    const Result<TrainingData> data = readTrainingData(request.data, request.options, stop);
    if (stop.stop_requested()) {
        return TrainingOutcome{.model = nullptr, .stopped = true, .seconds = 0, .testAccuracy = {}};
    }
    if (!data) {
        return std::unexpected(data.error());
    }
    if (data->training.empty() && !data->unread.empty()) {
        return std::unexpected(data->unread.front());
    }
    Q_EMIT dataRead(countsOf(*data));
    const Result<TrainingResult> result =
        m_engine->train(data->training, data->test, request.options, data->name, callbacks(), stop);
    if (!result) {
        return std::unexpected(result.error());
    }
    TrainingOutcome outcome{
        .model = result->model,
        .stopped = result->stopped,
        .seconds = result->seconds,
        .testAccuracy = {}};
    if (result->stopped && !data->test.empty()) {
        // It was stopped after its last test: what it can do now is not known yet.
        const Result<Evaluation> evaluation = evaluate(*result->model, data->test, m_closing);
        if (!evaluation) {
            return std::unexpected(evaluation.error());
        }
        outcome.testAccuracy = evaluation->accuracy();
    } else if (!result->epochs.empty()) {
        outcome.testAccuracy = result->epochs.back().testAccuracy;
    }
    return outcome;
}

TrainingCallbacks TrainingWorker::callbacks()
{
    return {
        .onProgress =
            [this](const TrainingProgress& progress) {
                m_untold.progress = progress;
                tell(false);
            },
        .onLoss = [this](const LossPoint& point) { m_untold.events.emplace_back(point); },
        .onEpoch =
            [this](const EpochResult& result) {
                m_untold.events.emplace_back(result);
                tell(false);
            }};
}

void TrainingWorker::tell(bool now)
{
    if ((now || m_sinceTold.hasExpired(kTellEvery)) &&
        (m_untold.progress || !m_untold.events.empty())) {
        Q_EMIT updated(std::exchange(m_untold, {}));
        m_sinceTold.restart();
    }
}

} // namespace digitpad
