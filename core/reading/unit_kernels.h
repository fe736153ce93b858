// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading/cpu_kernels.h"
#include "core/reading/inked_batch.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace digitpad {

// A step of simple-nn for 64 of its hidden units.
//
// A pixel is paper + ink, where paper = -mean / deviation is the same for all of them and ink is 0
// for most. So what a layer adds up over the pixels,
//
//     hidden[example, unit] = bias[unit] + Σ (paper + ink[example, pixel]) weight[unit, pixel],
//
// is paper times the sum of a unit's weights, which all examples share, and a sum over the inked
// pixels alone; and so is the derivative by a weight, a sum over the examples. That is the same
// formula with a fifth of the multiplications.

constexpr std::size_t kTileUnits = 64;
constexpr std::size_t kDigits = 10;

/// A number for each of 64 units: as many as stay in registers while others are added to them.
struct alignas(64) Tile {
    std::array<float, kTileUnits> units{};
};

/// A number for each weight and bias of 64 units. Those that a network does not have stay 0.
struct UnitNumbers {
    std::array<Tile, Glyph::kPixels> fromPixel;
    Tile bias;
    std::array<Tile, kDigits> toDigit;
};

/// 64 units, and what of them is needed in another order.
struct UnitWeights {
    UnitNumbers numbers{};
    Tile fromAllPixels; ///< the sum of numbers.fromPixel
    /// numbers.toDigit by unit, the digits padded to a vector.
    struct alignas(64) ToDigits {
        std::array<float, 16> digits{};
    };
    std::array<ToDigits, kTileUnits> toDigits{};
};

/// Fills in fromAllPixels and toDigits, which follow from the numbers.
void deriveSums(UnitWeights& weights);

/// Adam's running means for 64 units.
struct UnitMoments {
    UnitNumbers gradient{};
    UnitNumbers gradientSquare{};
};

/// The functions for one instruction set.
struct UnitKernels {
    /// Adds 1 to the counts [784] of a glyph's inked pixels.
    void (*countInks)(const Glyph& glyph, std::uint32_t* counts);

    /// Writes a glyph's inked pixels in ascending order, a byte as `scale` times its value, and
    /// gives the end of them. There must be room for all pixels.
    Inked* (*listInks)(const Glyph& glyph, float scale, Inked* end);

    /// hidden = what the units answer to one example, after ReLU. NaN stays NaN.
    void (*computeHidden)(
        const UnitWeights& weights, float paper, std::span<const Inked> inks, Tile& hidden);

    /// logits [10] += what the units' answers to one example say for each digit.
    void (*addLogits)(const UnitWeights& weights, const Tile& hidden, float* logits);

    /// One update by Adam. dLogits [batch.size(), 10]: the loss's derivative; hidden is used up.
    void (*learn)(
        UnitWeights& weights, UnitMoments& moments, float paper, const InkedBatch& batch,
        const float* dLogits, Tile* hidden, const AdamFactors& factors);
};

/// Those that this machine can compute, the quickest first.
[[nodiscard]] const std::vector<UnitKernels>& unitKernels();

} // namespace digitpad
