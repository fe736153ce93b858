// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/chance.h"
#include "core/ink/stroke.h"

namespace digitpad {

// What is left where writing was cut into digits at the wrong places, roughly 100 high.

/// Two or three digits side by side, some touching.
[[nodiscard]] Ink drawSeveralDigits(Chance& chance);

/// A digit, or most of one, and a part of the one beside it.
[[nodiscard]] Ink drawDigitAndPart(Chance& chance);

/// A part of a digit that is no digit itself: the lower half of a 0, the foot of a 2.
[[nodiscard]] Ink drawPartOfDigit(Chance& chance);

/// Two to four letters side by side.
[[nodiscard]] Ink drawLetters(Chance& chance);

} // namespace digitpad
