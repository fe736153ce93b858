// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace digitpad {

// What a training step does beside its matrix products, for the CPU: each a single pass over memory
// where tensor operations would take three to eight. Compiled for several instruction sets; the one
// that fits the machine is chosen when the engine is loaded.

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

/// numbers [count] = bytes [count], scaled.
void convertBytes(const std::uint8_t* bytes, std::size_t count, Affine affine, float* numbers);

/// Row i of `out` [indices.size(), width] becomes row indices[i] of `rows` [any, width].
/// The indices must be inside `rows`; they are not checked.
void gatherRows(
    const std::uint8_t* rows, std::span<const std::int64_t> indices, std::size_t width,
    Affine affine, float* out);

/// Some columns of a matrix that lies row by row.
struct Columns {
    std::size_t rows;
    std::size_t width;  ///< of these columns
    std::size_t stride; ///< from one row to the next
};

/// values = max(0, values + bias), bias [width].
void addBiasAndRectify(float* values, const float* bias, Columns of);

/// The sum of the cross entropies in nats of logits + bias; and in place of the logits its
/// derivative by them, softmax - one at the label. Both divided by `batch`, for the mean over a
/// batch of which this may be a part. logits [rows, classes], bias [classes]; each of `labels`
/// [rows] is below `classes`.
double crossEntropy(
    float* logits, const float* bias, const std::uint8_t* labels, std::size_t rows,
    std::size_t classes, std::size_t batch);

/// Sets the derivative to 0 where the rectified value is 0.
void rectifyDerivative(float* derivative, const float* rectified, Columns of);

/// sums [width] = the sum over the rows.
void sumRows(const float* values, Columns of, float* sums);

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
    float* parameters, const float* gradient, float* mean, float* square, std::size_t count,
    AdamFactors factors);

} // namespace digitpad
