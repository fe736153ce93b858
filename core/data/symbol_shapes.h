// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/shape.h"

#include <vector>

namespace digitpad {

/// Signs, and characters of other scripts than Latin, that nobody takes for a digit: + ? € → Σ Ж
/// 木.
[[nodiscard]] const std::vector<Character>& symbolShapes();

/// Little pictures as people draw them when they try out a pad: house, heart, face, fish. Most have
/// the same meaning mirrored.
[[nodiscard]] const std::vector<Character>& doodleShapes();

} // namespace digitpad
