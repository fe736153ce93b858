// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/ink/stroke.h"

#include <cstddef>
#include <cstdint>
#include <random>
#include <stop_token>

namespace digitpad {

/// Draws one digit (0 to 9) the way a person might: one of several ways of writing it, jittered,
/// slanted, stretched. Coordinates lie roughly in a box of 100 × 100.
[[nodiscard]] Ink drawDigit(int digit, std::mt19937_64& random);

/// `count` digits from drawDigit, each rendered through renderInk with a pen of its own, the ten
/// digits in turn and shuffled. The same count and seed give the same data on every machine. Asked
/// to stop, it gives an empty dataset.
[[nodiscard]] Dataset
syntheticDigits(std::size_t count, std::uint64_t seed, const std::stop_token& stop = {});

} // namespace digitpad
