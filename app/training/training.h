// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/training_run.h"
#include "core/data/mnist.h"
#include "core/engine/engine.h"

#include <QObject>
#include <QThread>

#include <stop_token>

namespace digitpad {

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

    /// Looks at the headers of MNIST's files in a folder; answers folderChecked().
    void checkFolder(const QString& folder);

    /// Starts a run unless one is going on. It answers dataRead() once, updated() many times, and
    /// at last finished() or failed().
    void start(const TrainingRequest& request);

    /// Asks the run to stop after its current batch; finished() follows.
    void stop();

    /// For good, and no signal comes after it: waits for the batch at work.
    void stopAndWait();

    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void devicesFound(const std::vector<digitpad::Device>& devices);
    void folderChecked(const QString& folder, const digitpad::Result<digitpad::MnistSize>& size);
    void dataRead(const digitpad::DataCounts& counts);
    void updated(const digitpad::TrainingUpdate& update);
    void finished(const digitpad::TrainingOutcome& outcome);
    void failed(const digitpad::Error& error);

private:
    template <class Call> void post(Call call);

    QThread m_thread;
    std::stop_source m_closing;
    std::stop_source m_stop;
    TrainingWorker* m_worker; // lives on m_thread, deleted when that finishes; null after
    bool m_running = false;
};

} // namespace digitpad
