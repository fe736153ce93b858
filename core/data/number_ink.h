// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/ink_file.h"

#include <cstddef>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace digitpad {

struct NumberInkOptions {
    std::size_t leastDigits = 2;
    std::size_t mostDigits = 6; ///< at least leastDigits
    /// How many of the pairs of neighbours touch, 0 to 1: they stand as near to each other as they
    /// can before their lines cross, or cross a little, but their boxes do not overlap by more than
    /// a quarter of the writer's usual height. The others have a gap of 5 to 45 % of that height
    /// between their boxes.
    double touching = 0.1;
};

/// A number set from single digits.
struct NumberInk {
    std::string text; ///< "2025"
    Ink ink;          ///< in the units of the digits; each digit's strokes follow the one's before
    std::vector<std::size_t> firstStrokes; ///< of each digit, its first stroke in `ink`
};

/// Sets randomly chosen digits of one writer side by side the way people write numbers: on a
/// baseline that wavers and slopes a little, now in the sizes that the writer used, now all nearly
/// equally high. Samples without a label or without ink are passed over; nothing comes of none.
/// The same generator gives the same number on every machine.
[[nodiscard]] NumberInk composeNumber(
    std::span<const InkSample> digits, std::mt19937_64& random,
    const NumberInkOptions& options = {});

} // namespace digitpad
