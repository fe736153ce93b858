// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/chance.h"
#include "core/data/shape.h"

#include <array>

namespace digitpad {

/// One of the ways, by their shares. There must be one.
[[nodiscard]] const Ink& chooseSkeleton(const Shapes& shapes, Chance& chance);

/// The smooth curve through all points (at least one), with corners where a point is given twice.
[[nodiscard]] Stroke smoothStroke(const Stroke& points);

/// How one person holds pen and paper at one moment: turns, slants, stretches and bends whole
/// characters about their middle, and shakes. The same on every machine, as Chance is.
class Hand {
public:
    /// How far a point of a skeleton may be shaken off its place, the deviation in a box of 100.
    struct Shake {
        double least = 2;
        double most = 9;
    };

    explicit Hand(Chance& chance) : Hand(chance, Shake{}) {}
    Hand(Chance& chance, Shake shake);

    /// Draws a skeleton; coordinates lie roughly in the same box of 100 × 100.
    [[nodiscard]] Ink write(const Ink& skeleton, Chance& chance) const;

private:
    [[nodiscard]] Point place(const Point& skeleton) const;
    [[nodiscard]] Stroke writeStroke(const Stroke& skeleton, Chance& chance) const;

    double m_width;
    double m_slant; ///< how far the top leans to the right, in heights
    double m_cosine = 1;
    double m_sine = 0;
    std::array<double, 6> m_bends{};
    double m_shake = 0;
};

} // namespace digitpad
