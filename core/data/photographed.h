// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/data/ink_file.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>

namespace digitpad {

/// Digits as they come out of pictures: `count` times one of the labelled samples is chosen, shown
/// in a picture from life and found in it again by prepare(). Those are left out that are not found
/// or not whole, and samples without a label, so that there may be fewer than `count`. Works on
/// several threads; takes some tenths of a second of one for each. The same samples, count and seed
/// give the same data, but for how a machine rounds sines and exponentials. Asked to stop, it gives
/// an empty dataset.
[[nodiscard]] Dataset photographedDigits(
    std::span<const InkSample> samples, std::size_t count, std::uint64_t seed,
    const std::stop_token& stop = {});

} // namespace digitpad
