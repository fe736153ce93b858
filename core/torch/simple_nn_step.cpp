// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/simple_nn_step.h"

#include "core/torch/adam.h"
#include "core/torch/no_denormals.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace digitpad {
namespace {

/// Calls visit(i, number) for each number of the units' weights or moments, i being its place in
/// the network's block (networkTensors), but for the output's biases.
void forEachNumber(auto& units, UnitNumbers Units::*which, std::size_t hiddenUnits, auto visit)
{
    const std::size_t biases = hiddenUnits * Glyph::kPixels;
    for (std::size_t unit = 0; unit < hiddenUnits; ++unit) {
        auto& tiles = units[unit / kTileUnits].*which;
        const std::size_t lane = unit % kTileUnits;
        for (std::size_t pixel = 0; pixel < Glyph::kPixels; ++pixel) {
            visit(unit * Glyph::kPixels + pixel, tiles.fromPixel[pixel].units[lane]);
        }
        visit(biases + unit, tiles.bias.units[lane]);
        for (std::size_t digit = 0; digit < kDigits; ++digit) {
            visit(biases + hiddenUnits * (1 + digit) + unit, tiles.toDigit[digit].units[lane]);
        }
    }
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
      m_affine(normalising(options.mean, options.deviation)),
      m_hiddenUnits(initial.hiddenUnits),
      m_kernels(unitKernels().front()),
      m_units((static_cast<std::size_t>(m_hiddenUnits) + kTileUnits - 1) / kTileUnits),
      m_inked(std::min(static_cast<std::size_t>(options.batchSize), data.size()), threads),
      m_labels(std::min(static_cast<std::size_t>(options.batchSize), data.size())),
      m_hidden(m_units.size() * m_labels.size()),
      m_dLogits(m_labels.size() * kDigits),
      m_losses(m_labels.size()),
      m_team(threads)
{
    setNumbers(initial.flat.data_ptr<float>(), &Units::weights, m_bias);
    std::ranges::for_each(m_units, deriveSums);
}

void SimpleNnStep::run(std::span<const std::int64_t> indices, double learningRate)
{
    const AdamStep step = adamStep(learningRate, ++m_steps);
    m_adam = {
        .beta1 = kAdamBeta1,
        .beta2 = kAdamBeta2,
        .stepSize = static_cast<float>(step.size),
        .squareRootScale = static_cast<float>(step.squareRootScale),
        .epsilon = kAdamEpsilon};
    m_inked.begin(indices.size());
    m_team.run([&](int part) { list(indices, part); });
    m_team.run([&](int part) { computeHidden(part); });
    m_team.run([&](int part) { computeLoss(part); });
    m_team.run([&](int part) { learn(part); });
    learnBias();
    const double sum = std::reduce(
        m_losses.begin(), m_losses.begin() + static_cast<std::ptrdiff_t>(indices.size()), 0.0);
    m_loss += sum / static_cast<double>(indices.size());
}

void SimpleNnStep::list(std::span<const std::int64_t> indices, int part)
{
    const Range share = Range::share(indices.size(), part, m_team.size());
    for (std::size_t example = share.first; example < share.end; ++example) {
        m_labels[example] = m_data.labels[static_cast<std::size_t>(indices[example])];
    }
    m_inked.list(part, m_data.glyphs.data(), indices, m_affine.scale);
}

void SimpleNnStep::computeHidden(int part)
{
    m_inked.file(part); // not needed yet, but nothing else has to be waited for before learn
    const Range share = Range::share(m_units.size(), part, m_team.size());
    for (std::size_t tile = share.first; tile < share.end; ++tile) {
        m_kernels.computeHidden(m_units[tile], m_affine.offset, m_inked, hiddenOf(tile));
    }
}

void SimpleNnStep::computeLoss(int part)
{
    const Range share = Range::share(m_inked.size(), part, m_team.size());
    for (std::size_t example = share.first; example < share.end; ++example) {
        float* logits = m_dLogits.data() + example * kDigits;
        m_kernels.computeLogits(m_units, hiddenOf(0) + example, m_labels.size(), logits);
        for (std::size_t digit = 0; digit < kDigits; ++digit) {
            logits[digit] += m_bias[digit];
        }
        m_losses[example] = crossEntropy(
            std::span<float, kDigits>(logits, kDigits), m_labels[example], m_inked.size());
    }
}

void SimpleNnStep::learn(int part)
{
    [[maybe_unused]] const NoDenormals noDenormals;
    const Range share = Range::share(m_units.size(), part, m_team.size());
    for (std::size_t tile = share.first; tile < share.end; ++tile) {
        m_kernels.learn(
            m_units[tile], m_affine.offset, m_inked, m_dLogits.data(), hiddenOf(tile), m_adam);
    }
}

void SimpleNnStep::learnBias()
{
    std::array<float, kDigits> gradient{};
    for (std::size_t i = 0; i < m_inked.size() * kDigits; ++i) {
        gradient[i % kDigits] += m_dLogits[i];
    }
    for (std::size_t digit = 0; digit < kDigits; ++digit) {
        adamUpdate(m_bias[digit], gradient[digit], m_biasMean[digit], m_biasSquare[digit], m_adam);
    }
}

double SimpleNnStep::takeLoss()
{
    return std::exchange(m_loss, 0);
}

std::vector<float>
SimpleNnStep::numbers(UnitNumbers Units::*which, const std::array<float, kDigits>& ofBias) const
{
    const auto hiddenUnits = static_cast<std::size_t>(m_hiddenUnits);
    std::vector<float> all(hiddenUnits * (Glyph::kPixels + 1 + kDigits) + kDigits);
    forEachNumber(
        m_units, which, hiddenUnits, [&](std::size_t i, float number) { all[i] = number; });
    std::ranges::copy(ofBias, all.end() - kDigits);
    return all;
}

void SimpleNnStep::setNumbers(
    const float* numbers, UnitNumbers Units::*which, std::array<float, kDigits>& ofBias)
{
    const auto hiddenUnits = static_cast<std::size_t>(m_hiddenUnits);
    forEachNumber(
        m_units, which, hiddenUnits, [&](std::size_t i, float& number) { number = numbers[i]; });
    std::copy_n(numbers + hiddenUnits * (Glyph::kPixels + 1 + kDigits), kDigits, ofBias.begin());
}

Network SimpleNnStep::network() const
{
    const std::vector<float> weights = numbers(&Units::weights, m_bias);
    at::Tensor flat = at::empty({static_cast<std::int64_t>(weights.size())}, at::kFloat);
    std::ranges::copy(weights, flat.data_ptr<float>());
    return {std::string(kSimpleNn), m_hiddenUnits, std::move(flat)};
}

LearningState SimpleNnStep::state() const
{
    return {
        .weights = numbers(&Units::weights, m_bias),
        .gradientMean = numbers(&Units::gradientMean, m_biasMean),
        .gradientSquare = numbers(&Units::gradientSquare, m_biasSquare),
        .average = {},
        .loss = m_loss};
}

void SimpleNnStep::restore(const LearningState& state, std::int64_t steps)
{
    setNumbers(state.weights.data(), &Units::weights, m_bias);
    setNumbers(state.gradientMean.data(), &Units::gradientMean, m_biasMean);
    setNumbers(state.gradientSquare.data(), &Units::gradientSquare, m_biasSquare);
    std::ranges::for_each(m_units, deriveSums);
    m_loss = state.loss;
    m_steps = steps;
}

} // namespace digitpad
