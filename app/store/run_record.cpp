// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/run_record.h"

#include <QUuid>

#include <algorithm>
#include <array>
#include <utility>

namespace digitpad {

namespace {

constexpr std::array<std::pair<RunStatus, const char*>, 5> kNames = {
    {{RunStatus::Running, "running"},
     {RunStatus::Finished, "finished"},
     {RunStatus::Stopped, "stopped"},
     {RunStatus::Diverged, "diverged"},
     {RunStatus::Interrupted, "interrupted"}}};

} // namespace

QString nameOf(RunStatus status)
{
    const auto* const found =
        std::ranges::find(kNames, status, &decltype(kNames)::value_type::first);
    return QString::fromLatin1(found->second);
}

std::optional<RunStatus> runStatusOf(const QString& name)
{
    for (const auto& [status, text] : kNames) {
        if (name == QLatin1String(text)) {
            return status;
        }
    }
    return std::nullopt;
}

RunEnd endOf(const TrainingOutcome& outcome)
{
    const RunStatus status = outcome.failure   ? RunStatus::Diverged
                             : outcome.stopped ? RunStatus::Stopped
                                               : RunStatus::Finished;
    return {
        .status = status,
        .failure = outcome.failure ? QString::fromStdString(outcome.failure->detail) : QString(),
        .seconds = outcome.seconds,
        .testAccuracy = outcome.testAccuracy,
        .model = outcome.model};
}

RunEnd endOf(const Error& error)
{
    return {
        .status = error.code == ErrorCode::Diverged ? RunStatus::Diverged : RunStatus::Interrupted,
        .failure = QString::fromStdString(error.detail),
        .seconds = 0,
        .testAccuracy = {},
        .model = nullptr};
}

QString newRunId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

TrainingRun StoredRun::trainingRun() const
{
    TrainingRun run{
        .request = {.data = {}, .options = summary.options},
        .counts = summary.counts,
        .losses = losses,
        .epochs = epochs};
    // A run can be given more epochs than it began with.
    if (!losses.empty()) {
        run.request.options.epochs = std::max(run.request.options.epochs, losses.back().epoch);
    }
    return run;
}

} // namespace digitpad
