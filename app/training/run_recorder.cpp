// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/run_recorder.h"

#include "app/data_note.h"
#include "app/store/store.h"

#include <utility>

namespace digitpad {

void RunRecorder::setStore(Store& store)
{
    m_store = &store;
    connect(&store, &Store::opened, this, [this] { m_isOpen = true; });
    connect(&store, &Store::openFailed, this, [this] { m_isOpen = false; });
    connect(&store, &Store::runKept, this, [this](const QString& run, const QString& name) {
        if (run == m_run) {
            m_name = name;
            setNetwork(Network::Kept);
        }
    });
    connect(&store, &Store::recordingFailed, this, [this](const QString& run) {
        if (run == m_run) {
            m_isFailing = true;
            setNetwork(Network::Lost);
        }
    });
    connect(&store, &Store::done, this, [this](quint64 call) { m_calls.remove(call); });
    connect(&store, &Store::failed, this, [this](quint64 call, const Error& error) {
        if (m_calls.remove(call)) {
            Q_EMIT failed(error);
        }
    });
}

void RunRecorder::begin(const TrainingRun& run, const QString& data)
{
    m_run.clear();
    m_isAtWork = true;
    m_isFailing = false;
    m_network = Network::None;
    if (m_store == nullptr) {
        return;
    }
    const TrainingRequest& request = run.request;
    m_run = request.id;
    const NewRun begun{
        .id = request.id,
        .name = request.name,
        .options = request.options,
        .data = data,
        .sources = QString::fromStdString(noteOf(request.data)),
        .counts = run.counts};
    std::vector<TrainingEvent> told(run.losses.begin(), run.losses.end());
    told.insert(told.end(), run.epochs.begin(), run.epochs.end());
    m_store->beginRun(begun, told);
}

void RunRecorder::steer(const TrainingChange& change)
{
    if (!m_run.isEmpty()) {
        m_store->steerRun(m_run, change);
    }
}

void RunRecorder::tell(const std::vector<TrainingEvent>& events)
{
    if (m_isAtWork && !m_run.isEmpty() && !events.empty()) {
        m_store->recordRun(m_run, events);
    }
}

void RunRecorder::end(const TrainingOutcome& outcome)
{
    finish(endOf(outcome));
}

void RunRecorder::fail(const Error& error)
{
    finish(endOf(error));
}

void RunRecorder::finish(const RunEnd& end)
{
    if (!std::exchange(m_isAtWork, false)) {
        return; // it ended before it began: there was no data
    }
    if (!m_run.isEmpty()) {
        m_store->finishRun(m_run, end);
    }
    if (m_run.isEmpty() || !m_isOpen || m_isFailing) {
        setNetwork(Network::Lost);
    }
}

void RunRecorder::setNetwork(Network network)
{
    if (!m_isAtWork && m_network != network) {
        m_network = network;
        Q_EMIT networkChanged();
    }
}

QString RunRecorder::remove()
{
    const QString run = std::exchange(m_run, {});
    if (std::exchange(m_network, Network::None) != Network::Kept) {
        return {};
    }
    m_calls.insert(m_store->removeRun(run));
    return run;
}

void RunRecorder::restore(const QString& run)
{
    m_calls.insert(m_store->restoreRun(run));
    if (m_run.isEmpty()) {
        m_run = run;
        setNetwork(Network::Kept);
    }
}

} // namespace digitpad
