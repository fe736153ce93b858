// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/dataset.h"
#include "core/engine/model.h"

#include <cstddef>
#include <functional>
#include <stop_token>
#include <vector>

namespace digitpad {

/// What a model reads in labelled digits.
struct DigitReadings {
    std::vector<Prediction> predictions; ///< one for each of the data
    /// The cross entropy in nats, by which training measures how wrong a reading is: 0 where the
    /// label is certain; also 0 for what is labelled as no digit.
    std::vector<float> losses;
    std::vector<std::size_t> strangest; ///< of the data, those with the greatest loss first
};

/// Tells how much is done, 0 to 1; stopped, what it gives is good for nothing. Errors: those of
/// Model::read.
[[nodiscard]] Result<DigitReadings> readDigits(
    const Model& model, const Dataset& data, const std::function<void(double)>& onProgress,
    const std::stop_token& stop);

} // namespace digitpad
