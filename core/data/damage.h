// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace digitpad {

/// What can happen to a digit on its paper. Unlike a Corruption it is as strong as is asked for;
/// drawn is but where it happens.
enum class Damage : std::uint8_t {
    Rotation, ///< degrees clockwise
    Shift,    ///< pixels to the right
    PenWidth, ///< pixels of ink more on each side of a stroke; below 0 fewer
    Gaps,     ///< how many breaks in the strokes, 2.4 pixels wide
    Stains,   ///< how many, of radius 1 to 2.5 pixels
    Shadow,   ///< how dark the paper is on one side, as a share of full ink
    Noise,    ///< nearly normal, its standard deviation as a share of full ink
};

inline constexpr std::array kDamages{Damage::Rotation, Damage::Shift,  Damage::PenWidth,
                                     Damage::Gaps,     Damage::Stains, Damage::Shadow,
                                     Damage::Noise};

/// Its name in files: "rotation", "pen-width".
[[nodiscard]] std::string_view nameOf(Damage damage);

/// How far it goes; 0, which changes nothing, lies within.
struct DamageRange {
    double least = 0;
    double most = 1;
};
[[nodiscard]] DamageRange rangeOf(Damage damage);

/// How much there is of each.
struct Damages {
    std::array<double, kDamages.size()> amounts{};

    [[nodiscard]] double& operator[](Damage damage)
    {
        return amounts[static_cast<std::size_t>(damage)];
    }
    [[nodiscard]] double operator[](Damage damage) const
    {
        return amounts[static_cast<std::size_t>(damage)];
    }
    friend bool operator==(const Damages&, const Damages&) = default;
};

/// The glyph after all of it: what happens to the ink, then the paper turned and moved, then what
/// falls on it. What is beyond its range counts as the range's end, and what is no number as 0. The
/// same seed gives the same glyph. More of a damage adds to what less of it does, and leaves the
/// others where they are, so that the picture follows a slider without a jump.
[[nodiscard]] Glyph damaged(const Glyph& glyph, const Damages& damages, std::uint64_t seed);

} // namespace digitpad
