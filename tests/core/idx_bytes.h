// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"

#include <cstdint>
#include <string>

namespace digitpad::tests {

inline std::string bigEndian(std::uint32_t value)
{
    return {
        static_cast<char>(value >> 24), static_cast<char>(value >> 16),
        static_cast<char>(value >> 8), static_cast<char>(value)};
}

/// An image file whose image i is filled with the byte i.
inline std::string idxImages(std::uint32_t count)
{
    std::string bytes = bigEndian(0x803) + bigEndian(count) + bigEndian(28) + bigEndian(28);
    for (std::uint32_t i = 0; i < count; ++i) {
        bytes += std::string(Glyph::kPixels, static_cast<char>(i));
    }
    return bytes;
}

/// A label file with the labels 0, 1, ... 9, 0, ...
inline std::string idxLabels(std::uint32_t count)
{
    std::string bytes = bigEndian(0x801) + bigEndian(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        bytes += static_cast<char>(i % 10);
    }
    return bytes;
}

} // namespace digitpad::tests
