// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/digits/digit_readings.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

namespace digitpad {

namespace {

constexpr std::size_t kAtATime = 500; // digits between two questions whether to stop

float lossOf(const Prediction& prediction, std::uint8_t label)
{
    // A probability that came out as 0 counts as the smallest float.
    return label < kNoDigit
               ? -std::log(std::max(
                     prediction.probabilities.at(label), std::numeric_limits<float>::min()))
               : 0;
}

} // namespace

Result<DigitReadings> readDigits(
    const Model& model, const Dataset& data, const std::function<void(double)>& onProgress,
    const std::stop_token& stop)
{
    DigitReadings readings;
    for (std::size_t first = 0; first < data.size() && !stop.stop_requested(); first += kAtATime) {
        const std::size_t count = std::min(kAtATime, data.size() - first);
        const auto read = model.read(std::span(data.glyphs).subspan(first, count));
        if (!read) {
            return std::unexpected(read.error());
        }
        for (std::size_t i = 0; i < count; ++i) {
            readings.predictions.push_back((*read)[i]);
            readings.losses.push_back(lossOf((*read)[i], data.labels[first + i]));
        }
        onProgress(static_cast<double>(readings.losses.size()) / static_cast<double>(data.size()));
    }
    readings.strangest.resize(readings.losses.size());
    std::iota(readings.strangest.begin(), readings.strangest.end(), std::size_t{0});
    std::ranges::stable_sort(
        readings.strangest, std::greater(), [&](std::size_t i) { return readings.losses[i]; });
    return readings;
}

} // namespace digitpad
