// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_worker.h"

#include "app/data_note.h"
#include "app/store/run_record.h"
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

void TrainingWorker::lookFor(const QString& checkpointFile)
{
    if (const auto found = readCheckpointFile(checkpointFile)) {
        Q_EMIT interruptedFound(
            {.epochsDone = static_cast<int>(found->epochs.size()),
             .epochs = found->controls().epochs});
    } else {
        Q_EMIT interruptedUnreadable(found.error());
    }
}

void TrainingWorker::run(const TrainingRequest& request, const RunHandle& run)
{
    m_request = request;
    m_last.reset();
    m_before.reset();
    train(run);
}

void TrainingWorker::runFrom(const QString& checkpointFile, const RunHandle& run)
{
    m_last.reset();
    auto from = readCheckpointFile(checkpointFile);
    const auto sources = from ? dataSourcesOf(from->note) : std::nullopt;
    if (!sources) {
        Q_EMIT failed(
            from ? Error{.code = ErrorCode::Unsupported,
                         .detail = "it does not say where its data is",
                         .file = QFile::encodeName(checkpointFile).toStdString()}
                 : from.error());
        return;
    }
    m_request = {
        .data = *sources,
        .options = from->options,
        .checkpointFile = checkpointFile,
        .id = runOf(from->note),
        .fineTunes = !from->startedFrom.empty()};
    if (m_request.id.isEmpty()) { // of a Digitpad that did not say
        m_request.id = newRunId();
    }
    m_before = figuresBeforeOf(from->note);
    m_request.options.learningRate = from->controls().learningRate;
    m_request.options.epochs = from->controls().epochs;
    m_last = *std::move(from);
    Q_EMIT runFound(m_request);
    tellAllOf(*m_last);
    train(run);
}

void TrainingWorker::goOn(int moreEpochs, const RunHandle& run)
{
    if (m_last) {
        TrainingControls controls = m_last->controls();
        controls.epochs += moreEpochs;
        m_last->change(controls);
        if (moreEpochs > 0) {
            m_lengthened = m_last->changes.back();
        }
    }
    train(run);
}

void TrainingWorker::review()
{
    if (m_model == nullptr || m_test.empty()) {
        return;
    }
    if (const auto found = digitpad::review(*m_model, m_test, m_closing)) {
        Q_EMIT reviewed(*found);
    } else {
        Q_EMIT reviewFailed(found.error());
    }
}

/// What the run told before the checkpoint, in the order in which it did.
void TrainingWorker::tellAllOf(const Checkpoint& checkpoint)
{
    auto epoch = checkpoint.epochs.begin();
    for (const LossPoint& point : checkpoint.losses) {
        for (; epoch != checkpoint.epochs.end() && epoch->epoch < point.epoch; ++epoch) {
            m_untold.events.emplace_back(*epoch);
        }
        m_untold.events.emplace_back(point);
    }
    m_untold.events.insert(m_untold.events.end(), epoch, checkpoint.epochs.end());
    tell(true);
}

void TrainingWorker::train(const RunHandle& run)
{
    m_untold = {};
    m_pausing = false;
    m_sinceTold.start();
    const Result<TrainingOutcome> outcome = outcomeOf(run);
    tell(true);
    if (outcome) {
        Q_EMIT finished(*outcome);
    } else {
        Q_EMIT failed(outcome.error());
    }
}

Result<TrainingOutcome> TrainingWorker::outcomeOf(const RunHandle& run)
{
    Result<TrainingData> data = readTrainingData(m_request.data, m_request.options, run.stop);
    if (run.stop.stop_requested()) {
        return TrainingOutcome{
            .model = nullptr,
            .stopped = true,
            .seconds = 0,
            .testAccuracy = {},
            .canGoOn = m_last.has_value()};
    }
    if (!data) {
        return std::unexpected(data.error());
    }
    if (data->training.empty() && !data->unread.empty()) {
        return std::unexpected(data->unread.front());
    }
    Q_EMIT dataRead(countsOf(*data), QString::fromStdString(data->name));
    if (const auto change = std::exchange(m_lengthened, std::nullopt)) {
        Q_EMIT steered(*change);
    }
    auto outcome = outcomeOn(*data, run);
    if (outcome) {
        m_test = std::move(data->test);
    }
    return outcome;
}

Result<TrainingOutcome> TrainingWorker::outcomeOn(const TrainingData& data, const RunHandle& run)
{
    if (m_request.from != nullptr && !m_last) {
        const Result<Figures> before = figuresOf(*m_request.from, data.test, data.own, m_closing);
        if (!before) {
            return std::unexpected(before.error());
        }
        m_before = *before;
    }
    const Result<TrainingResult> trained = result(data, run);
    if (!trained) {
        return std::unexpected(trained.error());
    }
    // Where it ended after its last test, what it can do now is not known yet.
    const bool isTested = !trained->stopped && !trained->failure;
    const Result<Figures> figures =
        figuresOf(*trained->model, isTested ? Dataset() : data.test, data.own, m_closing);
    if (!figures) {
        return std::unexpected(figures.error());
    }
    m_model = trained->model;
    return TrainingOutcome{
        .model = trained->model,
        .stopped = trained->stopped,
        .seconds = trained->seconds,
        .testAccuracy = isTested && !trained->epochs.empty() ? trained->epochs.back().testAccuracy
                                                             : figures->test,
        .ownAccuracy = figures->own,
        .before = m_before,
        .failure = trained->failure,
        .canGoOn = m_last.has_value()};
}

/// Trains from the last checkpoint on, or from the start where there is none.
Result<TrainingResult> TrainingWorker::result(const TrainingData& data, const RunHandle& run)
{
    TrainingCallbacks calls = callbacks();
    addSteering(calls, run);
    addCheckpoints(calls, run);
    const std::optional<Checkpoint> from = m_last;
    const TrainingOptions& options = m_request.options;
    auto result =
        from ? m_engine->resume(data.training, data.test, *from, data.name, calls, run.stop)
        : m_request.from != nullptr
            ? m_engine->fineTune(
                  *m_request.from, data.training, data.test, options, data.name, calls, run.stop)
            : m_engine->train(data.training, data.test, options, data.name, calls, run.stop);
    if (m_file) {
        m_file->finish();
        tellFailure();
        m_file.reset();
    }
    return result;
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

void TrainingWorker::addSteering(TrainingCallbacks& callbacks, const RunHandle& run)
{
    callbacks.beforeBatch = [this, run](TrainingControls& controls) {
        if (m_pausing) {
            tell(true);
            Q_EMIT pausedChanged(true);
            run.steering->waitWhilePaused(run.stop);
            Q_EMIT pausedChanged(false);
        }
        run.steering->apply(controls);
    };
    callbacks.onChange = [this](const TrainingChange& change) { Q_EMIT steered(change); };
}

void TrainingWorker::addCheckpoints(TrainingCallbacks& callbacks, const RunHandle& run)
{
    if (!m_request.checkpointFile.isEmpty()) {
        m_file.emplace(m_request.checkpointFile, noteOf(m_request.data, m_before, m_request.id));
    }
    callbacks.wantsCheckpoint = [this, run] {
        tellFailure();
        m_pausing = run.steering->isPaused(); // a lid may be closed over it
        return m_pausing || (m_file && m_file->isDue());
    };
    callbacks.onCheckpoint = [this](Checkpoint&& checkpoint) {
        m_last = checkpoint;
        if (m_file) {
            m_file->keep(std::move(checkpoint));
        }
    };
}

void TrainingWorker::tellFailure()
{
    if (!m_file) {
        return;
    }
    if (const auto failure = m_file->takeFailure()) {
        Q_EMIT checkpointFailed(*failure);
    }
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
