// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/straight_lines.h"

#include <vector>

namespace digitpad {

/// The lines of one direction of a ruling, with those that were seen in part or not at all because
/// a digit stands on them: looked for wherever a line would run along with those that were seen
/// from edge to edge, as wide and as dark as they are. Without such a line all stay as they are.
[[nodiscard]] std::vector<StraightLine>
withHiddenLines(const std::vector<StraightLine>& lines, const Plane& ink);

} // namespace digitpad
