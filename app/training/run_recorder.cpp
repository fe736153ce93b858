// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/run_recorder.h"

#include "app/data_note.h"
#include "app/store/store.h"

#include <QSettings>

namespace digitpad {

namespace {

// The run that a next start may go on with.
const QString kRunSetting = QStringLiteral("training/run");

RunStatus statusOf(const TrainingOutcome& outcome)
{
    if (outcome.failure) {
        return RunStatus::Diverged;
    }
    return outcome.stopped ? RunStatus::Stopped : RunStatus::Finished;
}

} // namespace

void RunRecorder::begin(
    const TrainingRequest& request, const DataCounts& counts, const QString& data)
{
    if (m_store == nullptr) {
        return;
    }
    m_run = m_store->beginRun(
        {.id = newRunId(),
         .name = {},
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

void RunRecorder::tell(const std::vector<TrainingEvent>& events)
{
    if (!m_run.isEmpty() && !events.empty()) {
        m_store->recordRun(m_run, events);
    }
}

void RunRecorder::end(const TrainingOutcome& outcome)
{
    if (m_run.isEmpty()) {
        return;
    }
    m_store->finishRun(
        m_run,
        {.status = statusOf(outcome),
         .failure = outcome.failure ? QString::fromStdString(outcome.failure->detail) : QString(),
         .seconds = outcome.seconds,
         .testAccuracy = outcome.testAccuracy,
         .model = outcome.model});
    m_run.clear();
}

void RunRecorder::fail(const Error& error)
{
    if (m_run.isEmpty()) {
        return;
    }
    m_store->finishRun(
        m_run,
        {.status = error.code == ErrorCode::Diverged ? RunStatus::Diverged : RunStatus::Interrupted,
         .failure = QString::fromStdString(error.detail),
         .seconds = 0,
         .testAccuracy = {},
         .model = nullptr});
    m_run.clear();
}

} // namespace digitpad
