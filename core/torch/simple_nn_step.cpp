// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/simple_nn_step.h"

#include "core/reading/unit_layout.h"
#include "core/torch/adam.h"
#include "core/torch/no_denormals.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace digitpad {
namespace {

/// The network's block of the numbers that numbersOf(tile) gives.
std::vector<float>
gathered(std::int64_t hiddenUnits, auto numbersOf, const std::array<float, kDigits>& ofOutput)
{
    std::vector<float> all(outputBiasesAt(hiddenUnits) + kDigits);
    forEachNumber(hiddenUnits, numbersOf, [&all](std::size_t i, float number) { all[i] = number; });
    std::ranges::copy(ofOutput, all.end() - kDigits);
    return all;
}

/// The other way round.
void scatter(
    const float* all, std::int64_t hiddenUnits, auto numbersOf,
    std::array<float, kDigits>& ofOutput)
{
    forEachNumber(hiddenUnits, numbersOf, [all](std::size_t i, float& number) { number = all[i]; });
    std::copy_n(all + outputBiasesAt(hiddenUnits), kDigits, ofOutput.begin());
}

/// For these: a tile's part of the weights, or of one of the moments.
auto weightsOf(auto& units)
{
    return [&units](std::size_t tile) -> auto& { return units[tile].numbers; };
}

auto partOf(auto& moments, UnitNumbers UnitMoments::*part)
{
    return [&moments, part](std::size_t tile) -> auto& { return moments[tile].*part; };
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
      m_units(tilesFor(m_hiddenUnits)),
      m_moments(m_units.size()),
      m_losses(std::min(static_cast<std::size_t>(options.batchSize), data.size())),
      m_hidden(m_units.size() * m_losses.size()),
      m_logits(m_units.size() * m_losses.size() * kDigits),
      m_dLogits(m_losses.size() * kDigits),
      m_team(threads)
{
    for (int part = 0; part < threads; ++part) {
        m_inked.emplace_back(m_losses.size());
    }
    setWeights(initial.flat.data_ptr<float>());
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
    m_batch = indices.size();
    m_team.run([&](int part) { computeHidden(indices, part); });
    m_team.run([&](int part) { computeLoss(indices, part); });
    m_team.run([&](int part) { learn(part); });
    learnBias();
    const double sum =
        std::reduce(m_losses.begin(), m_losses.begin() + static_cast<std::ptrdiff_t>(m_batch), 0.0);
    m_loss += sum / static_cast<double>(m_batch);
}

SimpleNnStep::Range SimpleNnStep::share(std::size_t count, int part) const
{
    const auto parts = static_cast<std::size_t>(m_team.size());
    const auto index = static_cast<std::size_t>(part);
    return {.first = count * index / parts, .end = count * (index + 1) / parts};
}

void SimpleNnStep::computeHidden(std::span<const std::int64_t> indices, int part)
{
    const Range tiles = share(m_units.size(), part);
    if (tiles.first == tiles.end) {
        return;
    }
    m_inked[static_cast<std::size_t>(part)].take(
        m_data.glyphs.data(), indices, m_affine.scale,
        [&](std::size_t example, std::span<const Inked> inks) {
            for (std::size_t tile = tiles.first; tile < tiles.end; ++tile) {
                Tile& hidden = hiddenOf(tile)[example];
                m_kernels.computeHidden(m_units[tile], m_affine.offset, inks, hidden);
                float* const logits = logitsOf(tile, example);
                std::fill_n(logits, kDigits, 0.0F);
                m_kernels.addLogits(m_units[tile], hidden, logits);
            }
        });
}

void SimpleNnStep::computeLoss(std::span<const std::int64_t> indices, int part)
{
    const Range examples = share(m_batch, part);
    for (std::size_t example = examples.first; example < examples.end; ++example) {
        const std::span<float, kDigits> logits(m_dLogits.data() + example * kDigits, kDigits);
        std::ranges::copy(m_bias, logits.begin());
        for (std::size_t tile = 0; tile < m_units.size(); ++tile) {
            const float* const ofTile = logitsOf(tile, example);
            for (std::size_t digit = 0; digit < kDigits; ++digit) {
                logits[digit] += ofTile[digit];
            }
        }
        const std::uint8_t label = m_data.labels[static_cast<std::size_t>(indices[example])];
        m_losses[example] = crossEntropy(logits, label, m_batch);
    }
}

void SimpleNnStep::learn(int part)
{
    [[maybe_unused]] const NoDenormals noDenormals;
    const Range tiles = share(m_units.size(), part);
    for (std::size_t tile = tiles.first; tile < tiles.end; ++tile) {
        m_kernels.learn(
            m_units[tile], m_moments[tile], m_affine.offset,
            m_inked[static_cast<std::size_t>(part)], m_dLogits.data(), hiddenOf(tile), m_adam);
    }
}

void SimpleNnStep::learnBias()
{
    std::array<float, kDigits> gradient{};
    for (std::size_t i = 0; i < m_batch * kDigits; ++i) {
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

void SimpleNnStep::setWeights(const float* numbers)
{
    scatter(numbers, m_hiddenUnits, weightsOf(m_units), m_bias);
    std::ranges::for_each(m_units, deriveSums);
}

Network SimpleNnStep::network() const
{
    const std::vector<float> weights = gathered(m_hiddenUnits, weightsOf(m_units), m_bias);
    at::Tensor flat = at::empty({static_cast<std::int64_t>(weights.size())}, at::kFloat);
    std::ranges::copy(weights, flat.data_ptr<float>());
    return {std::string(kSimpleNn), m_hiddenUnits, std::move(flat)};
}

LearningState SimpleNnStep::state() const
{
    return {
        .weights = gathered(m_hiddenUnits, weightsOf(m_units), m_bias),
        .gradientMean =
            gathered(m_hiddenUnits, partOf(m_moments, &UnitMoments::gradient), m_biasMean),
        .gradientSquare =
            gathered(m_hiddenUnits, partOf(m_moments, &UnitMoments::gradientSquare), m_biasSquare),
        .average = {},
        .loss = m_loss};
}

void SimpleNnStep::restore(const LearningState& state, std::int64_t steps)
{
    setWeights(state.weights.data());
    scatter(
        state.gradientMean.data(), m_hiddenUnits, partOf(m_moments, &UnitMoments::gradient),
        m_biasMean);
    scatter(
        state.gradientSquare.data(), m_hiddenUnits, partOf(m_moments, &UnitMoments::gradientSquare),
        m_biasSquare);
    m_loss = state.loss;
    m_steps = steps;
}

} // namespace digitpad
