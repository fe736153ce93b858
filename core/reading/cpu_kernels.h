// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace digitpad {

// What the CPU computes of bytes, of one example or of one parameter, where tensor operations would
// cost more than they do.

/// x → x * scale + offset, from a byte to a float.
struct Affine {
    float scale;
    float offset;
};

/// What pixels need that are to have this mean and standard deviation in 0..1: normalise() in
/// network.h, to rounding.
constexpr Affine normalising(double mean, double deviation)
{
    return {
        .scale = static_cast<float>(1 / (255 * deviation)),
        .offset = static_cast<float>(-mean / deviation)};
}

/// numbers [count] = bytes [count], scaled. Compiled for several instruction sets; the one that
/// fits the machine is chosen when the engine is loaded.
void convertBytes(const std::uint8_t* bytes, std::size_t count, Affine affine, float* numbers);

/// The cross entropy in nats of an example's logits; and in place of them its derivative by them,
/// softmax - one at the label, divided by `batch` for the mean over so many examples.
/// label: below the number of logits.
float crossEntropy(std::span<float> logits, std::size_t label, std::size_t batch);

/// One update by Adam (D. P. Kingma, J. Ba: Adam: A Method for Stochastic Optimization, 2015,
/// algorithm 1), with the moments' corrections folded into two factors.
struct AdamFactors {
    float beta1;
    float beta2;
    float stepSize;        ///< learning rate / (1 - beta1^t)
    float squareRootScale; ///< 1 / sqrt(1 - beta2^t)
    float epsilon;
};
void adamUpdate(
    float& parameter, float gradient, float& mean, float& square, const AdamFactors& factors);

} // namespace digitpad
