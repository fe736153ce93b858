// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/open_model.h"
#include "core/data/dataset.h"
#include "core/engine/point_map.h"

#include <cstddef>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace digitpad {

/// Digits laid out by what one layer of a network gives for them, and how the network reads them.
struct DigitMap {
    PointMap map; ///< without places where it was stopped before there were any
    std::vector<Prediction> readings;
    std::size_t layer = 0;
    bool isWhole = false; ///< not stopped
};

struct DigitMapOptions {
    std::size_t layer = 0;
    MapOptions::Method method = MapOptions::Method::TSne;
};

/// How much is done, 0 to 1, and where the digits lie by then; no places while there are none.
using DigitMapProgress = std::function<void(double part, std::span<const Place> places)>;

/// Tells often, and stops within a second with what there is. Errors: those of
/// Model::read, Inside::values and Engine::layOut.
[[nodiscard]] Result<DigitMap> layOutDigits(
    const OpenModel& model, std::span<const Glyph> digits, const DigitMapOptions& options,
    const DigitMapProgress& onProgress, const std::stop_token& stop);

} // namespace digitpad
