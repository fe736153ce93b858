// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/prediction.h"

#include <cmath>

namespace digitpad {

Prediction predictionOf(std::span<const float> logits, const Glyph& glyph)
{
    Prediction prediction;
    const float greatest = *std::max_element(logits.begin(), logits.begin() + 10);
    float sum = 0;
    for (std::size_t i = 0; i < 10; ++i) {
        prediction.probabilities[i] = std::exp(logits[i] - greatest);
        sum += prediction.probabilities[i];
    }
    for (float& probability : prediction.probabilities) {
        probability /= sum;
    }
    if (logits.size() > 10) {
        prediction.digitScore = 1 / (1 + std::exp(logits[10] - greatest - std::log(sum)));
    }
    if (glyph.isBlank()) {
        prediction.digitScore = 0;
    }
    return prediction;
}

} // namespace digitpad
