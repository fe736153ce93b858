// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/fake_engine.h"

#include <QSemaphore>

namespace digitpad::tests {

/// A fake engine that waits at the end of every epoch until it is let on or asked to stop, so that
/// a test can do things half-way through a run.
class GatedEngine : public FakeEngine {
public:
    Result<TrainingResult> resume(
        const Dataset& training, const Dataset& test, const Checkpoint& from,
        const std::string& dataName, const TrainingCallbacks& callbacks,
        const std::stop_token& stop) const override
    {
        const std::stop_callback open(stop, [this] { go.release(); });
        TrainingCallbacks gated = callbacks;
        gated.onEpoch = [&](const EpochResult& result) {
            callbacks.onEpoch(result);
            epochDone.release();
            go.acquire();
        };
        return FakeEngine::resume(training, test, from, dataName, gated, stop);
    }

    mutable QSemaphore epochDone; ///< one for each epoch
    mutable QSemaphore go;        ///< lets one epoch pass
};

} // namespace digitpad::tests
