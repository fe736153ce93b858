// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"
#include "core/picture/prepare.h"

#include <cstdint>

namespace digitpad {

/// ITU-R 601 luma of a pixel in 16-bit fixed point: Pillow's convert('L').
[[nodiscard]] constexpr std::uint8_t greyOf(const std::uint8_t* rgb)
{
    return static_cast<std::uint8_t>(
        (rgb[0] * 19595U + rgb[1] * 38470U + rgb[2] * 7471U + 0x8000U) >> 16U);
}

/// What the article's script makes of a picture, bit for bit: Pillow's convert('L') and
/// resize((28, 28)). The division by 255 and the truncation back to bytes that follow in the script
/// give every byte back as it was. Alpha is ignored, as convert('L') does. Memory is linear in the
/// width and the height, not in the number of pixels.
[[nodiscard]] Glyph referenceGlyph(const PictureView& picture);

} // namespace digitpad
