// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/glyph.h"
#include "core/engine/inside.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace digitpad {

/// A touch of the pen or the rubber: a square of pixels becomes ink or paper.
struct Touch {
    int x = 0; ///< its left column and upper row
    int y = 0;
    bool adds = false; ///< ink, 255; else paper, 0

    friend bool operator==(const Touch&, const Touch&) = default;
};

struct ChangeOptions {
    int digit = -1;     ///< what it is to be read as, 0 to 9; -1 for any other than now
    bool mayAdd = true; ///< ink; one of the two at least
    bool mayRubOut = true;
    int side = 1;         ///< of the square of a touch in pixels, 1 to 9
    int mostTouches = 40; ///< 1 to 100
};

/// The smallest change that was found to be read as another digit.
struct ChangeOfMind {
    int digit = 0; ///< what it is read as then
    std::vector<Touch> touches;
    Glyph glyph; ///< with all of them; without any one it would not be read so

    friend bool operator==(const ChangeOfMind&, const ChangeOfMind&) = default;
};

/// Looks for the fewest touches with which a glyph is read as another digit: from each touch to the
/// next the most promising few are kept (a beam search), judged by the outputs' derivatives first
/// and then by reading them. What it finds is a small change; that there is no smaller one, only
/// trying all would tell. No pixel is touched twice. It gives nothing where there is none within
/// `mostTouches`, where the glyph is read as that digit already, or when it was stopped.
/// Errors: InvalidOptions; those of Inside.
[[nodiscard]] Result<std::optional<ChangeOfMind>> changeOfMind(
    const Inside& inside, const Glyph& glyph, const ChangeOptions& options = {},
    const std::stop_token& stop = {});

} // namespace digitpad
