// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/review/review.h"
#include "app/training/training_run.h"
#include "core/engine/engine.h"

#include <QObject>
#include <QThread>

#include <stop_token>

namespace digitpad {

class RunSteering;
class TrainingWorker;

/// What happened since the last update, in its order; about 20 times a second, and nothing lost.
struct TrainingUpdate {
    std::optional<TrainingProgress> progress; ///< the latest
    std::vector<TrainingEvent> events;
};

/// The training thread as the GUI sees it. No call blocks but stopAndWait(); answers come as
/// signals on the thread this object lives on.
class Training : public QObject {
    Q_OBJECT

public:
    explicit Training(QObject* parent = nullptr);
    ~Training() override;

    /// Answers devicesFound(). Needed before start().
    void setEngine(std::shared_ptr<const Engine> engine);

    /// Looks into a checkpoint's file; answers interruptedFound() or interruptedUnreadable().
    void lookFor(const QString& checkpointFile);

    /// Starts a run unless one is going on. It answers dataRead() once, updated() many times, and
    /// at last finished() or failed().
    void start(const TrainingRequest& request);

    /// Goes on with the run of a checkpoint's file, which is kept up to date, unless one is going
    /// on. It answers runFound() with what the run was asked to do, then updated() with all it has
    /// told before, and then as start() does.
    void startFrom(const QString& checkpointFile);

    /// Goes on with the last run where it ended, unless one is going on: one that was stopped, or,
    /// for more epochs, one that was done. Answers as start() does, with what is new.
    void goOn(int moreEpochs = 0);

    /// Asks the run to stop after its current batch; finished() follows. What it has learnt is in
    /// its checkpoint.
    void stop();

    /// Asks the run to wait after its current batch, with a checkpoint; pausedChanged() follows.
    void pause();
    void resume();

    /// Of the next batch on; the schedule, where there is one, comes on top. Above 0, at most 10.
    void setLearningRate(double rate);

    /// One epoch more than the run was to have so far.
    void addEpoch();

    /// Reads the test digits of the last run again, unless it had none; answers reviewed() or
    /// reviewFailed().
    void review();

    /// For good, and no signal comes after it: waits for the batch at work.
    void stopAndWait();

    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void devicesFound(const std::vector<digitpad::Device>& devices);
    void dataRead(const digitpad::DataCounts& counts, const QString& data);
    /// Of startFrom(): the learning rate and the epochs are those that hold now.
    void runFound(const digitpad::TrainingRequest& request);
    void updated(const digitpad::TrainingUpdate& update);
    void pausedChanged(bool paused);
    /// What holds from there on instead of the options.
    void steered(const digitpad::TrainingChange& change);
    /// At most once a run, which goes on without checkpoints.
    void checkpointFailed(const digitpad::Error& error);
    void finished(const digitpad::TrainingOutcome& outcome);
    void failed(const digitpad::Error& error);
    void interruptedFound(const digitpad::InterruptedRun& run);
    void interruptedUnreadable(const digitpad::Error& error);
    void reviewed(const digitpad::Review& review);
    void reviewFailed(const digitpad::Error& error);

private:
    template <class Call> void post(Call call);
    /// Posts what begins a run, unless one is going on.
    template <class Call> void begin(Call call);

    QThread m_thread;
    std::stop_source m_closing;
    std::stop_source m_stop;
    std::shared_ptr<RunSteering> m_steering; ///< of the run at work
    TrainingWorker* m_worker; // lives on m_thread, deleted when that finishes; null after
    bool m_running = false;
};

} // namespace digitpad
