// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/ink_map.h"

#include <optional>

namespace digitpad {

/// Pixels from left to right and top to bottom, right and bottom excluded.
struct Box {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    [[nodiscard]] int width() const { return right - left; }
    [[nodiscard]] int height() const { return bottom - top; }
};

/// One digit cut out of its picture: full ink 1, paper 0, edges in between.
struct Digit {
    Plane ink;
    Box box; ///< around all that is more than half inked
};

/// Finds the digit among what else is dark: keeps the largest connected piece of ink and those that
/// go with it (a bar that does not touch, a broken stroke), drops specks, and drops what reaches
/// the picture's edge where something whole lies inside. None where there is no ink but noise.
[[nodiscard]] std::optional<Digit> findDigit(const InkMap& map);

} // namespace digitpad
