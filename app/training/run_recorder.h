// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/training_run.h"

#include <QString>

#include <vector>

namespace digitpad {

class Store;
struct RunEnd;

/// Keeps what the Training page's runs tell among all runs. Without a store it keeps nothing.
class RunRecorder {
public:
    /// Must outlive this.
    void setStore(Store* store) { m_store = store; }

    /// A new run begins. `data` is what it learns from, as it is recorded with the model.
    void begin(const TrainingRequest& request, const DataCounts& counts, const QString& data);
    /// The last run goes on, that of an earlier start of the program, too.
    void goOn();
    /// The learning rate or the number of epochs was changed on the way.
    void steer(const TrainingChange& change);
    void tell(const std::vector<TrainingEvent>& events);
    void end(const TrainingOutcome& outcome);
    void fail(const Error& error);

private:
    void finish(const RunEnd& end);

    Store* m_store = nullptr;
    QString m_run; ///< the one at work; empty where none is recorded
};

} // namespace digitpad
