// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <span>
#include <string>

namespace digitpad {

/// The bytes of an IDX file of images (see readIdx), at most 2^32 - 1 of them.
[[nodiscard]] std::string idxImages(std::span<const Glyph> glyphs);

/// The bytes of the IDX file of labels that goes with it.
[[nodiscard]] std::string idxLabels(std::span<const std::uint8_t> labels);

} // namespace digitpad
