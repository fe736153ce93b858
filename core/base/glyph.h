// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace digitpad {

/// The picture a network reads: 28×28 pixels of one byte, row by row from the top left,
/// 0 = paper, 255 = ink. This is MNIST's convention (LeCun et al. 1998): light ink on black.
struct Glyph {
    static constexpr int kSide = 28;
    static constexpr std::size_t kPixels = std::size_t{kSide} * kSide;
    /// Where a centred glyph has its centre of mass, in columns and in rows: the middle of
    /// pixel 14. The mean over MNIST's 60,000 training images is 14.007 and 13.996.
    static constexpr double kCentreOfMass = 14.0;

    std::array<std::uint8_t, kPixels> pixels{};

    /// Pixel in column x (0 = left) and row y (0 = top); both in 0..27.
    [[nodiscard]] std::uint8_t at(int x, int y) const { return pixels[index(x, y)]; }
    void set(int x, int y, std::uint8_t ink) { pixels[index(x, y)] = ink; }

    /// True when not one pixel holds ink.
    [[nodiscard]] bool isBlank() const { return *this == Glyph{}; }

    friend bool operator==(const Glyph&, const Glyph&) = default;

private:
    static constexpr std::size_t index(int x, int y)
    {
        return static_cast<std::size_t>(y) * kSide + static_cast<std::size_t>(x);
    }
};

// A vector of glyphs is one block of count × 784 bytes, which the engine uses as it lies.
static_assert(sizeof(Glyph) == Glyph::kPixels);

} // namespace digitpad
