// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/simple_nn_step.h"

#include "core/torch/adam.h"
#include "core/torch/cpu_kernels.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <utility>

namespace digitpad {
namespace {

float* numbers(const at::Tensor& tensor)
{
    return tensor.data_ptr<float>();
}

} // namespace

bool SimpleNnStep::does(const TrainingOptions& options)
{
    return options.network == kSimpleNn && !options.augmentation.any() &&
           options.weightDecay == 0 && options.labelSmoothing == 0 && options.averaging == 0;
}

SimpleNnStep::SimpleNnStep(
    const Dataset& data, const TrainingOptions& options, const Network& initial)
    : m_data(data),
      m_mean(options.mean),
      m_deviation(options.deviation),
      m_network(initial.kind, initial.hiddenUnits, initial.flat.clone()),
      m_gradient(initial.kind, initial.hiddenUnits, at::zeros_like(initial.flat)),
      m_gradientMean(static_cast<std::size_t>(initial.flat.numel())),
      m_gradientSquare(m_gradientMean.size()),
      m_labels(std::min(static_cast<std::size_t>(options.batchSize), data.size()))
{
    const auto rows = static_cast<std::int64_t>(m_labels.size());
    m_pixels = at::empty({rows, std::int64_t{Glyph::kPixels}}, at::kFloat);
    m_hidden = at::empty({rows, m_network.hiddenUnits}, at::kFloat);
    m_dLogits = at::empty({rows, 10}, at::kFloat);
    m_dHidden = at::empty_like(m_hidden);
}

void SimpleNnStep::run(std::span<const std::int64_t> indices, double learningRate)
{
    const std::size_t rows = indices.size();
    const auto part = [rows](const at::Tensor& tensor) {
        return tensor.narrow(0, 0, static_cast<std::int64_t>(rows));
    };
    at::Tensor pixels = part(m_pixels);
    at::Tensor hidden = part(m_hidden);
    at::Tensor dLogits = part(m_dLogits);
    at::Tensor dHidden = part(m_dHidden);
    const auto hiddenUnits = static_cast<std::size_t>(m_network.hiddenUnits);
    const at::Tensor& fc1Weight = m_network.tensors[0];
    const at::Tensor& fc1Bias = m_network.tensors[1];
    const at::Tensor& fc2Weight = m_network.tensors[2];
    const at::Tensor& fc2Bias = m_network.tensors[3];
    at::Tensor& dFc1Weight = m_gradient.tensors[0];
    at::Tensor& dFc1Bias = m_gradient.tensors[1];
    at::Tensor& dFc2Weight = m_gradient.tensors[2];
    at::Tensor& dFc2Bias = m_gradient.tensors[3];

    std::ranges::transform(indices, m_labels.begin(), [this](std::int64_t index) {
        return m_data.labels[static_cast<std::size_t>(index)];
    });
    gatherRows(
        m_data.glyphs.front().pixels.data(), indices, Glyph::kPixels,
        normalising(m_mean, m_deviation), numbers(pixels));
    at::mm_out(hidden, pixels, fc1Weight.t());
    addBiasAndRectify(numbers(hidden), numbers(fc1Bias), rows, hiddenUnits);
    at::mm_out(dLogits, hidden, fc2Weight.t());
    m_loss += crossEntropy(numbers(dLogits), numbers(fc2Bias), m_labels.data(), rows, 10);

    at::mm_out(dFc2Weight, dLogits.t(), hidden);
    sumRows(numbers(dLogits), rows, 10, numbers(dFc2Bias));
    at::mm_out(dHidden, dLogits, fc2Weight);
    rectifyDerivative(numbers(dHidden), numbers(hidden), rows * hiddenUnits);
    at::mm_out(dFc1Weight, dHidden.t(), pixels);
    sumRows(numbers(dHidden), rows, hiddenUnits, numbers(dFc1Bias));

    const AdamStep step = adamStep(learningRate, ++m_steps);
    adamUpdate(
        numbers(m_network.flat), numbers(m_gradient.flat), m_gradientMean.data(),
        m_gradientSquare.data(), m_gradientMean.size(),
        {.beta1 = kAdamBeta1,
         .beta2 = kAdamBeta2,
         .stepSize = static_cast<float>(step.size),
         .squareRootScale = static_cast<float>(step.squareRootScale),
         .epsilon = kAdamEpsilon});
}

double SimpleNnStep::takeLoss()
{
    return std::exchange(m_loss, 0);
}

Network SimpleNnStep::network() const
{
    return {m_network.kind, m_network.hiddenUnits, m_network.flat.clone()};
}

} // namespace digitpad
