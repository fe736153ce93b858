// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>

namespace digitpad {

/// What a network says of a glyph: the softmax over the ten digits. Sums to 1.
struct Prediction {
    std::array<float, 10> probabilities{};

    /// The digit with the greatest probability, 0 to 9; the smallest of equals.
    [[nodiscard]] int digit() const
    {
        return static_cast<int>(
            std::max_element(probabilities.begin(), probabilities.end()) - probabilities.begin());
    }
    /// The probability of digit(), 0 to 1.
    [[nodiscard]] float confidence() const
    {
        return *std::max_element(probabilities.begin(), probabilities.end());
    }
};

} // namespace digitpad
