// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace digitpad {

/// Some of many digits.
struct ChosenDigits {
    std::vector<std::size_t> indices; ///< in the data they are of, rising
    Dataset data;                     ///< copies of these
};

/// `count` of them by chance, all where there are no more; the same seed gives the same ones on
/// every machine. What is labelled as no digit is left out.
[[nodiscard]] ChosenDigits chooseDigits(const Dataset& data, std::size_t count, std::uint64_t seed);

} // namespace digitpad
