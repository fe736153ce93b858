// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/training_run.h"
#include "core/base/error.h"
#include "core/data/dataset.h"

#include <stop_token>
#include <string>

namespace digitpad {

struct TrainingData {
    Dataset training;
    Dataset test;     ///< empty where a folder has no test files
    std::string name; ///< recorded with the model
};

/// Reads or makes what a run learns from; takes up to a second or so, and minutes for a million
/// synthetic digits. Asked to stop, it gives something that is not whole. The test half of
/// synthetic digits is drawn with the next seed. Errors: those of readMnistTraining; OutOfMemory.
[[nodiscard]] Result<TrainingData>
readTrainingData(const TrainingRequest& request, const std::stop_token& stop);

} // namespace digitpad
