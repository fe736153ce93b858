// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"
#include "core/picture/prepare.h"

namespace digitpad {

/// What the article's script makes of a picture, bit for bit: Pillow's convert('L') and
/// resize((28, 28)), then numpy's division by 255 and truncation back to bytes. Alpha is ignored,
/// as convert('L') does. Memory is linear in height, not in the number of pixels.
[[nodiscard]] Glyph referenceGlyph(const PictureView& picture);

} // namespace digitpad
