// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading/unit_kernels.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace digitpad {

/// How many tiles so many units take.
constexpr std::size_t tilesFor(std::int64_t hiddenUnits)
{
    return (static_cast<std::size_t>(hiddenUnits) + kTileUnits - 1) / kTileUnits;
}

/// Calls visit(i, number) for each number of simple-nn's units, i being its place in the network's
/// block (networkTensors); the output's biases, which no unit has, are the last ten of it.
/// numbersOf(tile) gives a tile's UnitNumbers.
void forEachNumber(std::int64_t hiddenUnits, auto numbersOf, auto visit)
{
    const auto units = static_cast<std::size_t>(hiddenUnits);
    const std::size_t biases = units * Glyph::kPixels;
    for (std::size_t unit = 0; unit < units; ++unit) {
        auto& numbers = numbersOf(unit / kTileUnits);
        const std::size_t lane = unit % kTileUnits;
        for (std::size_t pixel = 0; pixel < Glyph::kPixels; ++pixel) {
            visit(unit * Glyph::kPixels + pixel, numbers.fromPixel[pixel].units[lane]);
        }
        visit(biases + unit, numbers.bias.units[lane]);
        for (std::size_t digit = 0; digit < kDigits; ++digit) {
            visit(biases + units * (1 + digit) + unit, numbers.toDigit[digit].units[lane]);
        }
    }
}

/// Where the output's biases are in the block.
constexpr std::size_t outputBiasesAt(std::int64_t hiddenUnits)
{
    return static_cast<std::size_t>(hiddenUnits) * (Glyph::kPixels + 1 + kDigits);
}

} // namespace digitpad
