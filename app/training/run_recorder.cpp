// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/run_recorder.h"

#include "app/data_note.h"
#include "app/store/store.h"

#include <QSettings>

namespace digitpad {

namespace {

// The run that a next start may go on with.
const QString kRunSetting = QStringLiteral("training/run");

} // namespace

void RunRecorder::begin(
    const TrainingRequest& request, const DataCounts& counts, const QString& data)
{
    if (m_store == nullptr) {
        return;
    }
    m_run = m_store->beginRun(
        {.id = newRunId(),
         .name = request.name,
         .options = request.options,
         .data = data,
         .sources = QString::fromStdString(noteOf(request.data)),
         .counts = counts});
    QSettings().setValue(kRunSetting, m_run);
}

void RunRecorder::goOn()
{
    if (m_store == nullptr) {
        return;
    }
    m_run = QSettings().value(kRunSetting).toString();
    if (!m_run.isEmpty()) {
        m_store->goOnWithRun(m_run);
    }
}

void RunRecorder::steer(const TrainingChange& change)
{
    if (!m_run.isEmpty()) {
        m_store->steerRun(m_run, change);
    }
}

void RunRecorder::tell(const std::vector<TrainingEvent>& events)
{
    if (!m_run.isEmpty() && !events.empty()) {
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
    if (!m_run.isEmpty()) {
        m_store->finishRun(m_run, end);
        m_run.clear();
    }
}

} // namespace digitpad
