// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/stroke.h"

namespace digitpad {

/// Whether two drawings come nearer to each other than about `reach`, above 0, in their unit. Takes
/// time linear in the lengths of their strokes. False where `reach` is less than a thousandth of
/// what the two have in common, or their size is beyond all measure.
[[nodiscard]] bool areTouching(const Ink& a, const Ink& b, double reach);

} // namespace digitpad
