// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/engine/point_map.h"

#include <functional>
#include <span>
#include <stop_token>

namespace digitpad {

/// As Engine::layOut.
[[nodiscard]] Result<PointMap> layOutPoints(
    std::span<const float> points, std::size_t dimensions, const MapOptions& options,
    const std::function<void(const MapProgress&)>& onProgress, const std::stop_token& stop);

} // namespace digitpad
