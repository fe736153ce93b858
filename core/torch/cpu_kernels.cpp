// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/cpu_kernels.h"

#include <algorithm>
#include <cmath>

// One copy of a function for each level of the x86-64 psABI that has wider vectors. Not under the
// sanitizers, whose start-up comes after the choice between the copies.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__SANITIZE_ADDRESS__) &&                  \
    !defined(__SANITIZE_THREAD__)
#define DIGITPAD_FOR_EACH_CPU [[gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]]
#else
#define DIGITPAD_FOR_EACH_CPU
#endif

namespace digitpad {

DIGITPAD_FOR_EACH_CPU
void convertBytes(const std::uint8_t* bytes, std::size_t count, Affine affine, float* numbers)
{
    for (std::size_t i = 0; i < count; ++i) {
        numbers[i] = static_cast<float>(bytes[i]) * affine.scale + affine.offset;
    }
}

DIGITPAD_FOR_EACH_CPU
void gatherRows(
    const std::uint8_t* rows, std::span<const std::int64_t> indices, std::size_t width,
    Affine affine, float* out)
{
    constexpr std::size_t kAhead = 4; // rows that lie anywhere: asked for before they are needed
    constexpr std::size_t kCacheLine = 64; // bytes
    for (std::size_t row = 0; row < indices.size(); ++row) {
        const auto rowAt = [&](std::size_t at) {
            return rows + static_cast<std::size_t>(indices[at]) * width;
        };
        if (row + kAhead < indices.size()) {
            for (std::size_t i = 0; i < width; i += kCacheLine) {
                __builtin_prefetch(rowAt(row + kAhead) + i);
            }
        }
        const std::uint8_t* bytes = rowAt(row);
        for (std::size_t i = 0; i < width; ++i) {
            out[i] = static_cast<float>(bytes[i]) * affine.scale + affine.offset;
        }
        out += width;
    }
}

DIGITPAD_FOR_EACH_CPU
void addBiasAndRectify(float* values, const float* bias, Columns of)
{
    for (std::size_t row = 0; row < of.rows; ++row, values += of.stride) {
        for (std::size_t i = 0; i < of.width; ++i) {
            const float value = values[i] + bias[i];
            values[i] = value < 0 ? 0 : value; // NaN stays NaN: a run that diverged must show
        }
    }
}

double crossEntropy(
    float* logits, const float* bias, const std::uint8_t* labels, std::size_t rows,
    std::size_t classes, std::size_t batch)
{
    double loss = 0;
    for (std::size_t row = 0; row < rows; ++row, logits += classes) {
        for (std::size_t i = 0; i < classes; ++i) {
            logits[i] += bias[i];
        }
        const std::size_t label = labels[row];
        const float greatest = *std::max_element(logits, logits + classes);
        const float wanted = logits[label];
        float sum = 0;
        for (std::size_t i = 0; i < classes; ++i) {
            logits[i] = std::exp(logits[i] - greatest);
            sum += logits[i];
        }
        loss += static_cast<double>(std::log(sum) + greatest - wanted);
        const float scale = 1 / (sum * static_cast<float>(batch));
        for (std::size_t i = 0; i < classes; ++i) {
            logits[i] *= scale;
        }
        logits[label] -= 1 / static_cast<float>(batch);
    }
    return loss / static_cast<double>(batch);
}

DIGITPAD_FOR_EACH_CPU
void rectifyDerivative(float* derivative, const float* rectified, Columns of)
{
    for (std::size_t row = 0; row < of.rows; ++row) {
        for (std::size_t i = 0; i < of.width; ++i) {
            derivative[i] = rectified[i] <= 0 ? 0 : derivative[i];
        }
        derivative += of.stride;
        rectified += of.stride;
    }
}

DIGITPAD_FOR_EACH_CPU
void sumRows(const float* values, Columns of, float* sums)
{
    std::fill_n(sums, of.width, 0.0F);
    for (std::size_t row = 0; row < of.rows; ++row, values += of.stride) {
        for (std::size_t i = 0; i < of.width; ++i) {
            sums[i] += values[i];
        }
    }
}

DIGITPAD_FOR_EACH_CPU
void adamUpdate(
    float* __restrict parameters, const float* __restrict gradient, float* __restrict mean,
    float* __restrict square, std::size_t count, AdamFactors factors)
{
    for (std::size_t i = 0; i < count; ++i) {
        const float g = gradient[i];
        const float m = factors.beta1 * mean[i] + (1 - factors.beta1) * g;
        const float v = factors.beta2 * square[i] + (1 - factors.beta2) * g * g;
        mean[i] = m;
        square[i] = v;
        parameters[i] -=
            factors.stepSize * m / (std::sqrt(v) * factors.squareRootScale + factors.epsilon);
    }
}

} // namespace digitpad
