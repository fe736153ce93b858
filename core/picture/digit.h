// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/ink_map.h"
#include "core/picture/pieces.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace digitpad {

/// One digit cut out of its picture: full ink 1, paper 0, edges in between.
struct Digit {
    Plane ink;
    Box box; ///< around all that is more than half inked
};

/// Finds the digit among what else is dark: keeps the largest connected piece of ink and those that
/// go with it (a bar that does not touch, a broken stroke), drops specks, and drops what reaches
/// the picture's edge where something whole lies inside. None where there is no ink but noise.
[[nodiscard]] std::optional<Digit> findDigit(const InkMap& map);
/// The same with the map's pieces at hand.
[[nodiscard]] std::optional<Digit> findDigit(const InkMap& map, const Pieces& pieces);

/// All digits of a picture.
struct Writing {
    Plane ink;                       ///< full ink 1, paper and what is not written 0
    std::vector<std::size_t> pieces; ///< which of the map's are written; never empty
};

/// Finds what is written among what else is dark: likewise, but however far from the largest piece.
/// None where there is no ink but noise.
[[nodiscard]] std::optional<Writing> findWriting(const InkMap& map, const Pieces& pieces);

} // namespace digitpad
