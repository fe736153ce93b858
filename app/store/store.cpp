// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store.h"

#include "app/store/run_file.h"
#include "app/store/runs.h"
#include "app/store/samples.h"
#include "app/store/store_worker.h"

#include <utility>

namespace digitpad {

Store::Store(const QString& file, QObject* parent)
    : QObject(parent), m_file(file), m_worker(new StoreWorker(file))
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("store"));
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &StoreWorker::opened, this, &Store::opened);
    connect(m_worker, &StoreWorker::openFailed, this, &Store::openFailed);
    connect(m_worker, &StoreWorker::runsChanged, this, &Store::runsChanged);
    connect(m_worker, &StoreWorker::recordingFailed, this, &Store::recordingFailed);
    connect(m_worker, &StoreWorker::runKept, this, &Store::runKept);
    m_thread.start();
    post([](StoreWorker& worker) { worker.open(); });
}

Store::~Store()
{
    m_closing.request_stop();
    // After all that was asked for before: nothing that was told is lost.
    post([this](StoreWorker& worker) {
        worker.close();
        m_thread.quit();
    });
    m_thread.wait();
}

template <class Call> void Store::post(Call call)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, call = std::move(call)] { call(*worker); });
}

/// Has work() done with the runs or the samples, whichever it takes, and emits what it gives.
template <class Tables, class Work, class Answer>
quint64 Store::ask(Work work, Answer answer, void (Store::*changed)())
{
    const quint64 id = ++m_lastId;
    post([this, id, work = std::move(work), answer, changed](StoreWorker& worker) {
        auto result = worker.template with<Tables>(work);
        QMetaObject::invokeMethod(this, [this, id, answer, changed, result = std::move(result)] {
            if (!result) {
                Q_EMIT failed(id, result.error());
                return;
            }
            if (changed != nullptr) {
                Q_EMIT(this->*changed)();
            }
            if constexpr (std::is_void_v<typename decltype(result)::value_type>) {
                Q_EMIT(this->*answer)(id);
            } else {
                Q_EMIT(this->*answer)(id, *result);
            }
        });
    });
    return id;
}

template <class Work> quint64 Store::askRuns(Work work)
{
    return ask<Runs>(std::move(work), &Store::done, &Store::runsChanged);
}

template <class Work> quint64 Store::askSamples(Work work)
{
    return ask<Samples>(std::move(work), &Store::done, &Store::samplesChanged);
}

QString Store::beginRun(NewRun run, const std::vector<TrainingEvent>& told)
{
    if (run.id.isEmpty()) {
        run.id = newRunId();
    }
    post([run, told](StoreWorker& worker) { worker.begin(run, told); });
    return run.id;
}

void Store::recordRun(const QString& id, const std::vector<TrainingEvent>& events)
{
    post([id, events](StoreWorker& worker) { worker.record(id, events); });
}

void Store::steerRun(const QString& id, const TrainingChange& change)
{
    post([id, change](StoreWorker& worker) { worker.steer(id, change); });
}

void Store::finishRun(const QString& id, const RunEnd& end)
{
    post([id, end](StoreWorker& worker) { worker.finish(id, end); });
}

quint64 Store::listRuns()
{
    return ask<Runs>([](Runs& runs) { return runs.list(); }, &Store::runsListed);
}

quint64 Store::readRun(const QString& id)
{
    return ask<Runs>([id](Runs& runs) { return runs.run(id); }, &Store::runRead);
}

quint64 Store::readModel(const QString& id)
{
    return ask<Runs>([id](Runs& runs) { return runs.model(id); }, &Store::modelRead);
}

quint64 Store::renameRun(const QString& id, const QString& name)
{
    return askRuns([id, name](Runs& runs) { return runs.rename(id, name); });
}

quint64 Store::setRunNote(const QString& id, const QString& note)
{
    return askRuns([id, note](Runs& runs) { return runs.setNote(id, note); });
}

quint64 Store::removeRun(const QString& id)
{
    return askRuns([id](Runs& runs) { return runs.remove(id); });
}

quint64 Store::restoreRun(const QString& id)
{
    return askRuns([id](Runs& runs) { return runs.restore(id); });
}

quint64 Store::exportRun(const QString& id, const QString& file)
{
    return ask<Runs>(
        [id, file](Runs& runs) { return digitpad::exportRun(runs, id, file); }, &Store::done);
}

quint64 Store::importRun(const QString& file)
{
    return ask<Runs>(
        [file](Runs& runs) { return digitpad::importRun(runs, file); }, &Store::runImported,
        &Store::runsChanged);
}

quint64 Store::correct(const NewSample& sample)
{
    return ask<Samples>(
        [sample](Samples& samples) { return samples.correct(sample); }, &Store::sampleKept,
        &Store::samplesChanged);
}

quint64 Store::readOverview(const std::optional<QString>& writer)
{
    return ask<Samples>(
        [writer](Samples& samples) { return samples.overview(writer); }, &Store::overviewRead);
}

quint64 Store::listSamples(const SampleFilter& filter)
{
    return ask<Samples>(
        [filter](Samples& samples) { return samples.list(filter); }, &Store::samplesListed);
}

quint64 Store::readPage(const SampleFilter& filter, qsizetype first, qsizetype count)
{
    return ask<Samples>(
        [filter, first, count](Samples& samples) { return samples.page(filter, first, count); },
        &Store::pageRead);
}

quint64 Store::readSample(qint64 sample)
{
    return ask<Samples>(
        [sample](Samples& samples) { return samples.sample(sample); }, &Store::sampleRead);
}

quint64 Store::setLabels(const std::vector<SampleLabel>& labels)
{
    return askSamples([labels](Samples& samples) { return samples.setLabels(labels); });
}

quint64 Store::setWriter(const std::vector<qint64>& ids, const QString& writer)
{
    return askSamples([ids, writer](Samples& samples) { return samples.setWriter(ids, writer); });
}

quint64 Store::removeSamples(const std::vector<qint64>& ids)
{
    return askSamples([ids](Samples& samples) { return samples.remove(ids); });
}

quint64 Store::restoreSamples(const std::vector<qint64>& ids)
{
    return askSamples([ids](Samples& samples) { return samples.restore(ids); });
}

quint64 Store::exportSamples(SampleFormat format, const QString& target, const SampleFilter& filter)
{
    return ask<Samples>(
        [format, target, filter](Samples& samples) {
            return digitpad::exportSamples(samples, format, target, filter);
        },
        &Store::samplesExported);
}

quint64 Store::importSamples(SampleFormat format, const QString& source, const QString& writer)
{
    return ask<Samples>(
        [format, source, writer, stop = m_closing.get_token()](Samples& samples) {
            return digitpad::importSamples(samples, format, source, writer, stop);
        },
        &Store::samplesImported, &Store::samplesChanged);
}

} // namespace digitpad
