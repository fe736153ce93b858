// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>

namespace digitpad::life {

/// 64 bits that look like chance, of a place (the finaliser of SplitMix64: Steele, Lea, Flood
/// 2014).
[[nodiscard]] constexpr std::uint64_t hashOf(std::uint64_t seed, std::int64_t x, std::int64_t y)
{
    std::uint64_t bits = seed + static_cast<std::uint64_t>(x) * 0x9E3779B97F4A7C15U +
                         static_cast<std::uint64_t>(y) * 0xC2B2AE3D27D4EB4FU;
    bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9U;
    bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBU;
    return bits ^ (bits >> 31U);
}

/// Smooth noise of a plane, -1 to 1, whose hills are one unit apart (value noise, Perlin 1985).
[[nodiscard]] inline float grain(std::uint64_t seed, double x, double y)
{
    const double left = std::floor(x);
    const double top = std::floor(y);
    const auto corner = [&](int dx, int dy) {
        const std::uint64_t bits =
            hashOf(seed, static_cast<std::int64_t>(left) + dx, static_cast<std::int64_t>(top) + dy);
        return static_cast<float>(bits >> 40U) * 0x1p-23F - 1;
    };
    const auto ease = [](double t) { return static_cast<float>(t * t * (3 - 2 * t)); };
    const float across = ease(x - left);
    return std::lerp(
        std::lerp(corner(0, 0), corner(1, 0), across),
        std::lerp(corner(0, 1), corner(1, 1), across), ease(y - top));
}

} // namespace digitpad::life
