// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/number/extent.h"

#include <cstddef>
#include <span>
#include <vector>

namespace digitpad {

/// What digits are high of which these are parts, their short bars and hooks left aside: the mean
/// of the heights, weighted by the heights. 0 for what is level.
[[nodiscard]] double writingHeight(std::span<const Extent> parts);

/// Groups parts of a writing into lines, from top to bottom; gives the indices of each line's
/// parts. Parts belong to one line where they stand beside each other at about the same height,
/// and with what is near to them. Takes time quadratic in their number.
[[nodiscard]] std::vector<std::vector<std::size_t>> groupIntoLines(std::span<const Extent> parts);

} // namespace digitpad
