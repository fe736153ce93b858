// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace digitpad {

/// What acts on one point of a t-SNE map: with wⱼ = 1 / (1 + |y - yⱼ|²), summed over all points j,
/// itself among them (van der Maaten and Hinton 2008, equation 5).
struct MapForces {
    float weights = 0;     ///< Σ wⱼ
    float attractionX = 0; ///< Σ pⱼ wⱼ (y - yⱼ)
    float attractionY = 0;
    float repulsionX = 0; ///< Σ wⱼ² (y - yⱼ)
    float repulsionY = 0;
};

/// The forces on the point at (xs[index], ys[index]). probabilities, xs and ys have a number for
/// each point. One pass over memory, where tensor operations would take ten.
[[nodiscard]] MapForces forcesOn(
    std::size_t index, std::span<const float> probabilities, std::span<const float> xs,
    std::span<const float> ys);

} // namespace digitpad
