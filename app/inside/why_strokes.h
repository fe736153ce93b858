// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/glyph.h"
#include "core/engine/inside.h"
#include "core/ink/render.h"

#include <optional>
#include <stop_token>

namespace digitpad {

/// A drawing without one of its strokes, or without a part of one from its beginning or its end.
struct LeftOut {
    std::size_t stroke = 0;
    double from = 0; ///< what is left out, in parts of the stroke's length
    double to = 1;
    Ink ink; ///< what remains
    Glyph glyph;
    int digit = 0; ///< what that is read as

    [[nodiscard]] bool isWhole() const { return from <= 0 && to >= 1; }
};

/// Looks for the shortest stroke, or part of one in tenths, without which a drawing is read as
/// another digit, or as `digit` where that is not -1. Nothing where there is none, or it was
/// stopped. Drawings of more than 40 strokes are not looked at. Errors: those of Inside.
[[nodiscard]] Result<std::optional<LeftOut>> leastLeftOut(
    const Inside& inside, const Ink& ink, const InkOptions& options, int digit,
    const std::stop_token& stop);

} // namespace digitpad
