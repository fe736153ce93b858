// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/map_forces.h"

#include "core/reading/for_each_cpu.h"

namespace digitpad {
namespace {

// Plain pointers and numbers, which is what the compiler makes vectors of.
DIGITPAD_FOR_EACH_CPU
MapForces sumForces(
    float x, float y, std::size_t count, const float* probabilities, const float* xs,
    const float* ys)
{
    float weights = 0;
    float attractionX = 0;
    float attractionY = 0;
    float repulsionX = 0;
    float repulsionY = 0;
#pragma omp simd reduction(+ : weights, attractionX, attractionY, repulsionX, repulsionY)
    for (std::size_t j = 0; j < count; ++j) {
        const float dx = x - xs[j];
        const float dy = y - ys[j];
        const float weight = 1 / (1 + dx * dx + dy * dy);
        const float attraction = probabilities[j] * weight;
        const float repulsion = weight * weight;
        weights += weight;
        attractionX += attraction * dx;
        attractionY += attraction * dy;
        repulsionX += repulsion * dx;
        repulsionY += repulsion * dy;
    }
    return {weights, attractionX, attractionY, repulsionX, repulsionY};
}

} // namespace

MapForces forcesOn(
    std::size_t index, std::span<const float> probabilities, std::span<const float> xs,
    std::span<const float> ys)
{
    return sumForces(xs[index], ys[index], xs.size(), probabilities.data(), xs.data(), ys.data());
}

} // namespace digitpad
