// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/chance.h"
#include "core/ink/stroke.h"

namespace digitpad {

// Ink without a meaning, roughly in a box of 100 × 100 around (50, 50).

/// A smooth walk, zigzag, hatching, running loops, a whirl or a tangle.
[[nodiscard]] Ink drawScribble(Chance& chance);

/// One stroke, but none that is a 1: a flat or a falling line, an arc, a hook, a wave.
[[nodiscard]] Ink drawLine(Chance& chance);

/// A short mark that a thick pen turns into a blob.
[[nodiscard]] Ink drawSmudge(Chance& chance);

/// One dot or several, each a tap with the pen.
[[nodiscard]] Ink drawDots(Chance& chance);

/// The ink and, over it, what people strike things out with: lines, a cross, a scribble.
[[nodiscard]] Ink strikeOut(Ink ink, Chance& chance);

} // namespace digitpad
