// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/cpu_kernels.h"

#include "core/reading/for_each_cpu.h"

#include <algorithm>
#include <cmath>

namespace digitpad {

DIGITPAD_FOR_EACH_CPU
void convertBytes(const std::uint8_t* bytes, std::size_t count, Affine affine, float* numbers)
{
    for (std::size_t i = 0; i < count; ++i) {
        numbers[i] = static_cast<float>(bytes[i]) * affine.scale + affine.offset;
    }
}

float crossEntropy(std::span<float> logits, std::size_t label, std::size_t batch)
{
    const float greatest = *std::max_element(logits.begin(), logits.end());
    const float wanted = logits[label];
    float sum = 0;
    for (float& logit : logits) {
        logit = std::exp(logit - greatest);
        sum += logit;
    }
    const float scale = 1 / (sum * static_cast<float>(batch));
    for (float& logit : logits) {
        logit *= scale;
    }
    logits[label] -= 1 / static_cast<float>(batch);
    return std::log(sum) + greatest - wanted;
}

void adamUpdate(
    float& parameter, float gradient, float& mean, float& square, const AdamFactors& factors)
{
    mean = factors.beta1 * mean + (1 - factors.beta1) * gradient;
    square = factors.beta2 * square + (1 - factors.beta2) * gradient * gradient;
    parameter -=
        factors.stepSize * mean / (std::sqrt(square) * factors.squareRootScale + factors.epsilon);
}

} // namespace digitpad
