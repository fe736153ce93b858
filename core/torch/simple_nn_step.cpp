// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/simple_nn_step.h"

#include "core/torch/adam.h"
#include "core/torch/cpu_kernels.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace digitpad {
namespace {

constexpr std::size_t kDigits = 10;

float* numbers(const at::Tensor& tensor)
{
    return tensor.data_ptr<float>();
}

at::Tensor rows(const at::Tensor& matrix, SimpleNnStep::Range range)
{
    return matrix.narrow(
        0, static_cast<std::int64_t>(range.first), static_cast<std::int64_t>(range.count()));
}

at::Tensor columns(const at::Tensor& matrix, SimpleNnStep::Range range)
{
    return matrix.narrow(
        1, static_cast<std::int64_t>(range.first), static_cast<std::int64_t>(range.count()));
}

} // namespace

bool SimpleNnStep::does(const TrainingOptions& options)
{
    return options.network == kSimpleNn && !options.augmentation.any() &&
           options.weightDecay == 0 && options.labelSmoothing == 0 && options.averaging == 0;
}

SimpleNnStep::SimpleNnStep(
    const Dataset& data, const TrainingOptions& options, const Network& initial, int threads)
    : m_data(data),
      m_mean(options.mean),
      m_deviation(options.deviation),
      m_network(initial.kind, initial.hiddenUnits, initial.flat.clone()),
      m_gradient(initial.kind, initial.hiddenUnits, at::zeros_like(initial.flat)),
      m_gradientMean(static_cast<std::size_t>(initial.flat.numel())),
      m_gradientSquare(m_gradientMean.size()),
      m_labels(std::min(static_cast<std::size_t>(options.batchSize), data.size())),
      m_team(threads),
      m_losses(static_cast<std::size_t>(threads))
{
    const auto examples = static_cast<std::int64_t>(m_labels.size());
    m_pixelsBuffer = at::empty({examples, std::int64_t{Glyph::kPixels}}, at::kFloat);
    m_hiddenBuffer = at::empty({examples, m_network.hiddenUnits}, at::kFloat);
    m_dLogitsBuffer = at::empty({examples, std::int64_t{kDigits}}, at::kFloat);
    m_dHiddenBuffer = at::empty_like(m_hiddenBuffer);
}

void SimpleNnStep::run(std::span<const std::int64_t> indices, double learningRate)
{
    m_batch = indices.size();
    const auto all = [this](const at::Tensor& tensor) {
        return tensor.narrow(0, 0, static_cast<std::int64_t>(m_batch));
    };
    m_pixels = all(m_pixelsBuffer);
    m_hidden = all(m_hiddenBuffer);
    m_dLogits = all(m_dLogitsBuffer);
    m_dHidden = all(m_dHiddenBuffer);
    const AdamStep step = adamStep(learningRate, ++m_steps);
    m_adam = {
        .beta1 = kAdamBeta1,
        .beta2 = kAdamBeta2,
        .stepSize = static_cast<float>(step.size),
        .squareRootScale = static_cast<float>(step.squareRootScale),
        .epsilon = kAdamEpsilon};

    const auto units = static_cast<std::size_t>(m_network.hiddenUnits);
    m_team.run([&](int part) { gather(indices, shareOf(part, m_batch)); });
    m_team.run([&](int part) { computeHidden(shareOf(part, units)); });
    m_team.run([&](int part) { computeLoss(shareOf(part, m_batch), part); });
    m_team.run([&](int part) { learn(shareOf(part, units), part == 0); });
    m_loss += std::reduce(m_losses.begin(), m_losses.end());
}

SimpleNnStep::Range SimpleNnStep::shareOf(int part, std::size_t count) const
{
    const auto parts = static_cast<std::size_t>(m_team.size());
    const auto index = static_cast<std::size_t>(part);
    return {.first = count * index / parts, .end = count * (index + 1) / parts};
}

Columns SimpleNnStep::columnsOf(Range units) const
{
    return {
        .rows = m_batch,
        .width = units.count(),
        .stride = static_cast<std::size_t>(m_network.hiddenUnits)};
}

void SimpleNnStep::gather(std::span<const std::int64_t> indices, Range examples)
{
    for (std::size_t row = examples.first; row < examples.end; ++row) {
        m_labels[row] = m_data.labels[static_cast<std::size_t>(indices[row])];
    }
    gatherRows(
        m_data.glyphs.front().pixels.data(), indices.subspan(examples.first, examples.count()),
        Glyph::kPixels, normalising(m_mean, m_deviation),
        numbers(m_pixels) + examples.first * Glyph::kPixels);
}

void SimpleNnStep::computeHidden(Range units)
{
    at::Tensor hidden = columns(m_hidden, units);
    at::mm_out(hidden, m_pixels, rows(m_network.tensors[0], units).t());
    addBiasAndRectify(
        numbers(hidden), numbers(m_network.tensors[1]) + units.first, columnsOf(units));
}

void SimpleNnStep::computeLoss(Range examples, int part)
{
    at::Tensor logits = rows(m_dLogits, examples);
    at::mm_out(logits, rows(m_hidden, examples), m_network.tensors[2].t());
    m_losses[static_cast<std::size_t>(part)] = crossEntropy(
        numbers(logits), numbers(m_network.tensors[3]), m_labels.data() + examples.first,
        examples.count(), kDigits, m_batch);
}

void SimpleNnStep::learn(Range units, bool outputBias)
{
    const auto hiddenUnits = static_cast<std::size_t>(m_network.hiddenUnits);
    at::Tensor hidden = columns(m_hidden, units);
    at::Tensor dHidden = columns(m_dHidden, units);
    at::Tensor dFc1Weight = rows(m_gradient.tensors[0], units);
    at::Tensor dFc2Weight = columns(m_gradient.tensors[2], units);
    float* dFc1Bias = numbers(m_gradient.tensors[1]);
    at::mm_out(dFc2Weight, m_dLogits.t(), hidden);
    at::mm_out(dHidden, m_dLogits, columns(m_network.tensors[2], units));
    rectifyDerivative(numbers(dHidden), numbers(hidden), columnsOf(units));
    at::mm_out(dFc1Weight, dHidden.t(), m_pixels);
    sumRows(numbers(dHidden), columnsOf(units), dFc1Bias + units.first);

    update(m_network.tensors[0], units.first * Glyph::kPixels, units.count() * Glyph::kPixels);
    update(m_network.tensors[1], units.first, units.count());
    for (std::size_t digit = 0; digit < kDigits; ++digit) {
        update(m_network.tensors[2], digit * hiddenUnits + units.first, units.count());
    }
    if (outputBias) {
        sumRows(
            numbers(m_dLogits), {.rows = m_batch, .width = kDigits, .stride = kDigits},
            numbers(m_gradient.tensors[3]));
        update(m_network.tensors[3], 0, kDigits);
    }
}

void SimpleNnStep::update(const at::Tensor& tensor, std::size_t first, std::size_t count)
{
    const auto at = static_cast<std::size_t>(numbers(tensor) - numbers(m_network.flat)) + first;
    adamUpdate(
        numbers(m_network.flat) + at, numbers(m_gradient.flat) + at, m_gradientMean.data() + at,
        m_gradientSquare.data() + at, count, m_adam);
}

double SimpleNnStep::takeLoss()
{
    return std::exchange(m_loss, 0);
}

Network SimpleNnStep::network() const
{
    return {m_network.kind, m_network.hiddenUnits, m_network.flat.clone()};
}

LearningState SimpleNnStep::state() const
{
    const float* weights = numbers(m_network.flat);
    return {
        .weights = {weights, weights + m_network.flat.numel()},
        .gradientMean = m_gradientMean,
        .gradientSquare = m_gradientSquare,
        .average = {},
        .loss = m_loss};
}

void SimpleNnStep::restore(const LearningState& state, std::int64_t steps)
{
    std::ranges::copy(state.weights, numbers(m_network.flat));
    m_gradientMean = state.gradientMean;
    m_gradientSquare = state.gradientSquare;
    m_loss = state.loss;
    m_steps = steps;
}

} // namespace digitpad
