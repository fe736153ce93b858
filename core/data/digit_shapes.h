// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/shape.h"

namespace digitpad {

/// The ways of writing a digit, 0 to 9; never empty.
[[nodiscard]] const Shapes& digitShapes(int digit);

} // namespace digitpad
