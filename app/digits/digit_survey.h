// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <array>
#include <cstddef>

namespace digitpad {

/// What there is of each digit.
struct DigitSurvey {
    std::array<std::size_t, 10> counts{};
    std::array<Glyph, 10> means{}; ///< of their pixels; blank where there are none
};

/// Some 50 ms for MNIST.
[[nodiscard]] DigitSurvey survey(const Dataset& data);

} // namespace digitpad
