// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkpoint_file.h"
#include "app/training/run_steering.h"
#include "app/training/training.h"

#include <QElapsedTimer>

#include <stop_token>

namespace digitpad {

/// How the GUI's thread reaches a run.
struct RunHandle {
    std::stop_token stop;
    std::shared_ptr<RunSteering> steering;
};

/// What runs on the training thread. Its functions are called there, one at a time, by queued
/// calls.
class TrainingWorker : public QObject {
    Q_OBJECT

public:
    /// Once `closing` is asked to stop nobody waits for answers any more.
    explicit TrainingWorker(std::stop_token closing);

    /// Called first: see the comment in the function.
    static void stepBack();

    void setEngine(const std::shared_ptr<const Engine>& engine);
    void lookFor(const QString& checkpointFile);
    // See Training::start(), startFrom() and goOn().
    void run(const TrainingRequest& request, const RunHandle& run);
    void runFrom(const QString& checkpointFile, const RunHandle& run);
    void goOn(int moreEpochs, const RunHandle& run);
    void review();

Q_SIGNALS:
    void devicesFound(const std::vector<digitpad::Device>& devices);
    void dataRead(const digitpad::DataCounts& counts, const QString& data);
    void runFound(const digitpad::TrainingRequest& request);
    void updated(const digitpad::TrainingUpdate& update);
    void pausedChanged(bool paused);
    void steered(const digitpad::TrainingChange& change);
    void checkpointFailed(const digitpad::Error& error);
    void finished(const digitpad::TrainingOutcome& outcome);
    void failed(const digitpad::Error& error);
    void interruptedFound(const digitpad::InterruptedRun& run);
    void interruptedUnreadable(const digitpad::Error& error);
    void reviewed(const digitpad::Review& review);
    void reviewFailed(const digitpad::Error& error);

private:
    void tellAllOf(const Checkpoint& checkpoint);
    void tell(bool now);
    void train(const RunHandle& run);
    Result<TrainingOutcome> outcomeOf(const RunHandle& run);
    Result<TrainingOutcome> outcomeOn(const TrainingData& data, const RunHandle& run);
    Result<TrainingResult> result(const TrainingData& data, const RunHandle& run);
    TrainingCallbacks callbacks();
    void addSteering(TrainingCallbacks& callbacks, const RunHandle& run);
    void addCheckpoints(TrainingCallbacks& callbacks, const RunHandle& run);
    void tellFailure();

    std::stop_token m_closing;
    std::shared_ptr<const Engine> m_engine;
    TrainingRequest m_request;                  ///< of the last run
    std::optional<Checkpoint> m_last;           ///< and its last checkpoint
    std::optional<TrainingChange> m_lengthened; ///< the run that is gone on with, not told yet
    std::optional<Figures> m_before;            ///< and how the model did that it fine-tunes
    std::optional<CheckpointFile> m_file;       ///< of the run at work
    std::shared_ptr<const Model> m_model;       ///< of the last run
    Dataset m_test;                             ///< and what it was tested on
    bool m_pausing = false;                     ///< before the next batch
    TrainingUpdate m_untold;
    QElapsedTimer m_sinceTold;
};

} // namespace digitpad
