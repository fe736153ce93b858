// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/training_run.h"
#include "core/engine/training.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace digitpad {

enum class RunStatus : std::uint8_t {
    Running,
    Finished,    ///< to its last epoch
    Stopped,     ///< by a person
    Diverged,    ///< its loss grew beyond all numbers
    Interrupted, ///< whoever trained it ended without saying so, or something else went wrong
};

/// "running", "finished"...: as the database, files and the command line have it.
[[nodiscard]] QString nameOf(RunStatus status);
[[nodiscard]] std::optional<RunStatus> runStatusOf(const QString& name);

/// A run that begins.
struct NewRun {
    QString id;              ///< newRunId()
    QString name;            ///< empty: the network's name and a number
    TrainingOptions options; ///< with every default filled in, so that it can be done again
    QString data;            ///< what it learns from, as it is recorded with the model
    QString sources;         ///< where that lies on this machine, for whoever goes on with the run
    DataCounts counts;
};

/// How it ended.
struct RunEnd {
    RunStatus status = RunStatus::Finished;
    QString failure; ///< the technical detail, where something went wrong
    double seconds = 0;
    std::optional<double> testAccuracy; ///< 0 to 1, of the model; where there is test data
    std::shared_ptr<const Model> model; ///< null where there is none to keep
};

[[nodiscard]] RunEnd endOf(const TrainingOutcome& outcome);
/// Of a run that gave no model.
[[nodiscard]] RunEnd endOf(const Error& error);

/// What a list of runs shows.
struct RunSummary {
    QString id; ///< of this run everywhere: a UUID without braces
    QString name;
    QString note;
    QDateTime started;
    double seconds = 0; ///< spent on training and tests; 0 while it runs
    RunStatus status = RunStatus::Running;
    QString failure; ///< as in RunEnd
    TrainingOptions options;
    QString data;    ///< as in NewRun
    QString sources; ///< as in NewRun; empty for a run of somebody else
    DataCounts counts;
    int epochsDone = 0;
    /// Of the model, or of the last epoch where none was kept; where there is test data.
    std::optional<double> testAccuracy{};
    bool hasModel = false;
};

struct RunList {
    std::vector<RunSummary> runs; ///< the latest first
    QStringList skipped;          ///< what is wrong with those that are left out, a line each
};

/// A run with its points.
struct StoredRun {
    RunSummary summary;
    std::vector<LossPoint> losses;
    std::vector<EpochResult> epochs;
    std::vector<TrainingChange> changes; ///< what held from somewhere on instead of the options
    QStringList skipped;                 ///< as in RunList, of the points and changes

    /// As the chart and toCsv() take it.
    [[nodiscard]] TrainingRun trainingRun() const;
};

[[nodiscard]] QString newRunId();

// What a run's texts are cut to, in UTF-16 units.
inline constexpr qsizetype kLongestName = 200;
inline constexpr qsizetype kLongestNote = 10'000;
/// Bytes of the largest model that is kept, as of the largest file that is read.
inline constexpr qsizetype kLargestModel = qsizetype{256} * 1024 * 1024;

} // namespace digitpad
