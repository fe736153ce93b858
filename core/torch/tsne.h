// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/point_map.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <stop_token>
#include <vector>

namespace digitpad {

/// Lays points out by t-SNE. points: float32 [points, dimensions], for instance along the first 50
/// directions of a PCA; `places` is where they start and becomes where they end. The options are in
/// their ranges. Tells after every step; stopped, the places are as far as they were.
void layOutByTsne(
    const at::Tensor& points, const MapOptions& options, std::vector<Place>& places,
    const std::function<void(const MapProgress&)>& onProgress, const std::stop_token& stop);

} // namespace digitpad
