// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/training.h"

#include <QElapsedTimer>

#include <stop_token>

namespace digitpad {

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
    void checkFolder(const QString& folder);
    void run(const TrainingRequest& request, const std::stop_token& stop);

Q_SIGNALS:
    void devicesFound(const std::vector<digitpad::Device>& devices);
    void folderChecked(const QString& folder, const digitpad::Result<digitpad::MnistSize>& size);
    void dataRead(const digitpad::DataCounts& counts);
    void updated(const digitpad::TrainingUpdate& update);
    void finished(const digitpad::TrainingOutcome& outcome);
    void failed(const digitpad::Error& error);

private:
    TrainingCallbacks callbacks();
    void tell(bool now);
    Result<TrainingOutcome> train(const TrainingRequest& request, const std::stop_token& stop);

    std::stop_token m_closing;
    std::shared_ptr<const Engine> m_engine;
    TrainingUpdate m_untold;
    QElapsedTimer m_sinceTold;
};

} // namespace digitpad
