// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"

#include <cstdint>
#include <cstring>

namespace digitpad {

/// A number that looks random for every number: the step and finaliser of SplitMix64 (G. Steele and
/// others: Fast Splittable Pseudorandom Number Generators, 2014).
inline std::uint64_t mixed(std::uint64_t number)
{
    number += 0x9e3779b97f4a7c15;
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9;
    number = (number ^ (number >> 27)) * 0x94d049bb133111eb;
    return number ^ (number >> 31);
}

/// The same for every seed and glyph.
inline std::uint64_t mixed(std::uint64_t seed, const Glyph& glyph)
{
    std::uint64_t hash = mixed(seed);
    for (std::size_t i = 0; i < Glyph::kPixels; i += sizeof hash) {
        std::uint64_t part = 0;
        std::memcpy(&part, glyph.pixels.data() + i, sizeof part);
        hash = mixed(hash ^ part);
    }
    return hash;
}
static_assert(Glyph::kPixels % sizeof(std::uint64_t) == 0);

} // namespace digitpad
