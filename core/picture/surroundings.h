// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/ink_map.h"

namespace digitpad {

/// Takes off an ink map what surrounds the paper, where there is ink inside: a table, a thumb, a
/// dark corner that comes in from the picture's edge on a broader front than a stroke would.
/// Without it the threshold is the ink's own. Whether there was any.
bool removeSurroundings(InkMap& map);

} // namespace digitpad
