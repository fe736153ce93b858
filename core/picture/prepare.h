// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/glyph.h"

#include <cstddef>
#include <cstdint>

namespace digitpad {

struct InkMap;

/// Somebody else's pixels: 8-bit red, green, blue and straight (not premultiplied) alpha,
/// row by row from the top left. The pixels must outlive the view.
struct PictureView {
    const std::uint8_t* rgba = nullptr;
    int width = 0;                  ///< pixels, at least 1
    int height = 0;                 ///< pixels, at least 1
    std::ptrdiff_t bytesPerRow = 0; ///< at least 4 × width
};

enum class Preparation {
    /// Finds the ink: paper and light, polarity, transparency; crops, scales to 20×20 with the
    /// shape kept, centres by mass. A 28×28 picture that is light on black already is taken as is.
    Auto,
    /// What the article's script does and nothing else: Pillow's convert('L') and resize((28, 28)).
    Reference,
};

/// The ink of a picture with pixels, as `Auto` finds it: of a large one at a smaller size, of a
/// sheet on a table that sheet alone. `rank`, from 0 to before the map's `ranks`, asks for what it
/// may be otherwise: light ink rather than dark, say, the less plausible the higher.
[[nodiscard]] InkMap inkOf(const PictureView& picture, int rank = 0);

/// Makes the glyph of a picture that holds one digit.
/// Errors: Blank when `Auto` finds no ink; Unsupported for a view without pixels.
[[nodiscard]] Result<Glyph>
prepare(const PictureView& picture, Preparation how = Preparation::Auto);

} // namespace digitpad
