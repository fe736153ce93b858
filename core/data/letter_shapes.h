// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/shape.h"

#include <vector>

namespace digitpad {

/// The Latin letters as people write them, print and cursive, but only in ways that nobody takes
/// for a digit. O, o and a plain I, l, S, Z, b or q are written as 0, 1, 5, 2, 6 and 9 are: who
/// learned that they are no digits would turn digits away. So O, o, S and s are missing, and of the
/// others there are the ways that tell: I with serifs, Z with a bar, a looped l.
[[nodiscard]] const std::vector<Character>& letterShapes();

} // namespace digitpad
