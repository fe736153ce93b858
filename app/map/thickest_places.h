// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_plot.h"

#include <array>
#include <optional>
#include <span>

namespace digitpad {

/// Of each digit, where on the map most of its points lie close together; nothing for those without
/// points. A digit may lie in several heaps: between them is none of it.
[[nodiscard]] std::array<std::optional<Place>, 10>
thickestPlaces(std::span<const MapPoint> points, std::span<const Place> places);

} // namespace digitpad
