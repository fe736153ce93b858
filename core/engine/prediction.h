// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"

#include <algorithm>
#include <array>
#include <span>

namespace digitpad {

/// What a network says of a glyph.
struct Prediction {
    /// The softmax over the ten digits: which one, if it is one. Sums to 1.
    std::array<float, 10> probabilities{};
    /// How sure the network is that the glyph shows a digit at all, 0 to 1. Its threshold is set
    /// when the network is trained so that a half turns away at most 1 % of real digits. 1 for
    /// networks that have not learnt what no digit looks like, 0 for a blank glyph.
    float digitScore = 1;

    /// Whether to believe that it is a digit.
    [[nodiscard]] bool accepted() const { return digitScore >= 0.5F; }

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

/// What a network's outputs say of a glyph: the softmax over the first ten logits; and of an
/// eleventh, "no digit", the probability that it is not this one.
[[nodiscard]] Prediction predictionOf(std::span<const float> logits, const Glyph& glyph);

} // namespace digitpad
