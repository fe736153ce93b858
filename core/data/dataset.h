// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace digitpad {

/// The label of a glyph that shows no digit: a letter, a scribble, a smudge.
inline constexpr std::uint8_t kNoDigit = 10;

/// Labelled glyphs: labels[i], 0 to 9 or kNoDigit, is what glyphs[i] shows. Both have the same
/// length.
struct Dataset {
    std::vector<Glyph> glyphs;
    std::vector<std::uint8_t> labels;

    [[nodiscard]] std::size_t size() const { return glyphs.size(); }
    [[nodiscard]] bool empty() const { return glyphs.empty(); }
};

} // namespace digitpad
