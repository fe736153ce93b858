// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/ink_map.h"

namespace digitpad {

/// Takes the lines of ruled and squared paper, and margins, off an ink map: long, thin, nearly
/// straight and nearly level or upright. What crosses a line stays whole, and so does what lies on
/// it where it is the darker. Strokes of a digit are told from lines by their number, their
/// strength and how far they reach. Whether there were any lines.
bool removeRuling(InkMap& map);

} // namespace digitpad
