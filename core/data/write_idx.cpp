// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/write_idx.h"

#include <cstddef>

namespace digitpad {

namespace {

constexpr std::uint32_t kImagesMagic = 0x00000803;
constexpr std::uint32_t kLabelsMagic = 0x00000801;

void append(std::string& bytes, std::uint32_t number)
{
    for (const int shift : {24, 16, 8, 0}) {
        bytes += static_cast<char>(number >> shift & 0xFF);
    }
}

} // namespace

std::string idxImages(std::span<const Glyph> glyphs)
{
    constexpr std::size_t kHeader = 16;
    std::string bytes;
    bytes.reserve(kHeader + glyphs.size_bytes());
    for (const std::uint32_t number :
         {kImagesMagic, static_cast<std::uint32_t>(glyphs.size()),
          static_cast<std::uint32_t>(Glyph::kSide), static_cast<std::uint32_t>(Glyph::kSide)}) {
        append(bytes, number);
    }
    bytes.append(reinterpret_cast<const char*>(glyphs.data()), glyphs.size_bytes());
    return bytes;
}

std::string idxLabels(std::span<const std::uint8_t> labels)
{
    std::string bytes;
    append(bytes, kLabelsMagic);
    append(bytes, static_cast<std::uint32_t>(labels.size()));
    bytes.append(reinterpret_cast<const char*>(labels.data()), labels.size());
    return bytes;
}

} // namespace digitpad
