// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/digit_map.h"

#include <algorithm>
#include <utility>

namespace digitpad {

namespace {

constexpr std::size_t kAtATime = 250; // digits between two questions whether to stop
constexpr double kGathering = 0.15;   // of the whole, to have the values
constexpr double kPerplexity = 30;

/// What the layer gives for all of them; fewer where it was stopped.
Result<std::vector<float>> valuesOf(
    const OpenModel& model, std::span<const Glyph> digits, std::size_t layer, DigitMap& map,
    const DigitMapProgress& onProgress, const std::stop_token& stop)
{
    std::vector<float> values;
    values.reserve(digits.size() * model.inside->layers()[layer].size());
    for (std::size_t first = 0; first < digits.size() && !stop.stop_requested();
         first += kAtATime) {
        const auto some = digits.subspan(first, std::min(kAtATime, digits.size() - first));
        const auto readings = model.model->read(some);
        if (!readings) {
            return std::unexpected(readings.error());
        }
        map.readings.insert(map.readings.end(), readings->begin(), readings->end());
        const auto gave = model.inside->values(some, layer);
        if (!gave) {
            return std::unexpected(gave.error());
        }
        values.insert(values.end(), gave->begin(), gave->end());
        onProgress(
            kGathering * static_cast<double>(map.readings.size()) /
                static_cast<double>(digits.size()),
            {});
    }
    return values;
}

} // namespace

Result<DigitMap> layOutDigits(
    const OpenModel& model, std::span<const Glyph> digits, const DigitMapOptions& options,
    const DigitMapProgress& onProgress, const std::stop_token& stop)
{
    DigitMap map{.map = {}, .readings = {}, .layer = options.layer};
    const auto values = valuesOf(model, digits, options.layer, map, onProgress, stop);
    if (!values) {
        return std::unexpected(values.error());
    }
    if (map.readings.size() < digits.size()) {
        return map;
    }
    const MapOptions how{
        .method = options.method,
        .perplexity = std::min(kPerplexity, static_cast<double>(digits.size()) / 3)};
    auto laidOut = model.engine->layOut(
        *values, model.inside->layers()[options.layer].size(), how,
        [&](const MapProgress& progress) {
            const double part = static_cast<double>(progress.step) / progress.steps;
            onProgress(kGathering + (1 - kGathering) * part, progress.places);
        },
        stop);
    if (!laidOut) {
        return std::unexpected(laidOut.error());
    }
    map.map = *std::move(laidOut);
    map.isWhole = !stop.stop_requested();
    return map;
}

} // namespace digitpad
