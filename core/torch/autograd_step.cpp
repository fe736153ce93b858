// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/autograd_step.h"

#include "core/torch/adam.h"
#include "core/torch/mixed.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace digitpad {
namespace {

std::vector<float> numbersOf(const at::Tensor& tensor)
{
    const at::Tensor onHost = tensor.cpu();
    const auto* first = onHost.data_ptr<float>();
    return {first, first + onHost.numel()};
}

/// How much of a GPU's memory the data may take.
constexpr std::size_t kMostResidentBytes = std::size_t{1} << 30;

} // namespace

AutogradStep::AutogradStep(
    const Dataset& data, const TrainingOptions& options, const Network& initial, c10::Device device)
    : m_data(data),
      m_options(options),
      m_network(
          initial.kind, initial.hiddenUnits, initial.flat.to(device, at::kFloat, false, true)),
      m_gradient(initial.kind, initial.hiddenUnits, at::zeros_like(m_network.flat)),
      m_gradientMean(at::zeros_like(m_network.flat)),
      m_gradientSquare(at::zeros_like(m_network.flat)),
      m_average(options.averaging > 0 ? m_network.flat.clone() : at::Tensor()),
      m_loss(at::zeros({}, m_network.flat.options().dtype(at::kDouble)))
{
    const bool fits = device.is_cpu() || data.size() * sizeof(Glyph) <= kMostResidentBytes;
    if (fits && !options.augmentation.any()) {
        // from_blob wants pointers to what may change, but nothing writes through them.
        const auto count = static_cast<std::int64_t>(data.size());
        auto* glyphs = const_cast<Glyph*>(data.glyphs.data());
        auto* labels = const_cast<std::uint8_t*>(data.labels.data());
        m_all.glyphs =
            at::from_blob(glyphs, {count, std::int64_t{Glyph::kPixels}}, at::kByte).to(device);
        m_all.labels = at::from_blob(labels, {count}, at::kByte).to(device);
    }
    const auto layout = networkTensors(initial.kind, initial.hiddenUnits);
    for (std::size_t i = 0; i < layout.size(); ++i) {
        at::Tensor leaf = m_network.tensors[i].detach();
        if (layout[i].learnt) {
            leaf.requires_grad_(true);
            leaf.mutable_grad() = m_gradient.tensors[i];
        }
        m_leaves.push_back(std::move(leaf));
    }
}

void AutogradStep::run(std::span<const std::int64_t> indices, double learningRate)
{
    const auto [bytes, labels] = m_all.glyphs.defined() ? chosen(indices) : gathered(indices);
    at::Tensor pixels = at::empty(bytes.sizes(), m_network.flat.options());
    normalise(bytes, m_options.mean, m_options.deviation, pixels);
    m_gradient.flat.zero_();
    {
        const at::AutoGradMode derivatives(true);
        const at::Tensor loss = at::cross_entropy_loss(
            trainingLogits(m_network.kind, m_leaves, pixels), labels, {}, at::Reduction::Mean, -100,
            m_options.labelSmoothing);
        loss.backward();
        m_loss.add_(loss.detach());
    }
    adam(learningRate);
    average();
}

/// Memory that a GPU reads by itself, where there is one to send it to. It is not used again before
/// that is done: LibTorch's allocator sees to it.
at::Tensor AutogradStep::hostMemory(at::IntArrayRef sizes, at::ScalarType type) const
{
    return at::empty(
        sizes, at::TensorOptions(type).pinned_memory(m_network.flat.device().is_cuda()));
}

at::Tensor AutogradStep::sent(const at::Tensor& onHost) const
{
    return onHost.to(m_network.flat.device(), /*non_blocking=*/true);
}

/// The batch as it is, from the data on the device.
AutogradStep::Batch AutogradStep::chosen(std::span<const std::int64_t> indices) const
{
    const at::Tensor rows = hostMemory({static_cast<std::int64_t>(indices.size())}, at::kLong);
    std::ranges::copy(indices, rows.data_ptr<std::int64_t>());
    const at::Tensor onDevice = sent(rows);
    return {
        .glyphs = m_all.glyphs.index_select(0, onDevice),
        .labels = m_all.labels.index_select(0, onDevice).to(at::kLong)};
}

/// The batch copied together. What a glyph that is varied becomes depends on the seed, the step and
/// its place in the batch, so the number of threads makes no difference.
AutogradStep::Batch AutogradStep::gathered(std::span<const std::int64_t> indices) const
{
    const auto count = static_cast<std::int64_t>(indices.size());
    const at::Tensor ofGlyphs = hostMemory({count, std::int64_t{Glyph::kPixels}}, at::kByte);
    const at::Tensor ofLabels = hostMemory({count}, at::kLong);
    auto* glyphs = static_cast<Glyph*>(ofGlyphs.data_ptr());
    auto* labels = ofLabels.data_ptr<std::int64_t>();
    const bool varied = m_options.augmentation.any();
    const std::uint64_t step =
        mixed(m_options.seed) + static_cast<std::uint64_t>(m_steps * m_options.batchSize);
    at::parallel_for(0, count, 16, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t row = first; row < last; ++row) {
            const auto i = static_cast<std::size_t>(indices[static_cast<std::size_t>(row)]);
            const Glyph& glyph = m_data.glyphs[i];
            glyphs[row] = varied ? augmented(
                                       glyph, m_options.augmentation,
                                       mixed(step + static_cast<std::uint64_t>(row)))
                                 : glyph;
            labels[row] = m_data.labels[i];
        }
    });
    return {.glyphs = sent(ofGlyphs), .labels = sent(ofLabels)};
}

void AutogradStep::adam(double learningRate)
{
    if (m_options.weightDecay > 0) {
        for (const at::Tensor& tensor : m_network.tensors) {
            if (tensor.dim() > 1) { // weights, neither biases nor norms
                tensor.mul_(1 - learningRate * m_options.weightDecay);
            }
        }
    }
    const AdamStep step = adamStep(learningRate, ++m_steps);
    m_gradientMean.mul_(kAdamBeta1).add_(m_gradient.flat, 1 - kAdamBeta1);
    m_gradientSquare.mul_(kAdamBeta2).addcmul_(m_gradient.flat, m_gradient.flat, 1 - kAdamBeta2);
    const at::Tensor denominator =
        m_gradientSquare.sqrt().mul_(step.squareRootScale).add_(kAdamEpsilon);
    m_network.flat.addcdiv_(m_gradientMean, denominator, -step.size);
}

void AutogradStep::average()
{
    if (m_average.defined()) {
        // Early on the mean is over the few steps there were.
        const double decay = std::min(
            m_options.averaging, static_cast<double>(m_steps) / static_cast<double>(m_steps + 10));
        m_average.lerp_(m_network.flat, 1 - decay);
    }
}

double AutogradStep::takeLoss()
{
    const double loss = m_loss.item<double>();
    m_loss.zero_();
    return loss;
}

Network AutogradStep::network() const
{
    return {
        m_network.kind, m_network.hiddenUnits,
        (m_average.defined() ? m_average : m_network.flat).clone()};
}

LearningState AutogradStep::state() const
{
    return {
        .weights = numbersOf(m_network.flat),
        .gradientMean = numbersOf(m_gradientMean),
        .gradientSquare = numbersOf(m_gradientSquare),
        .average = m_average.defined() ? numbersOf(m_average) : std::vector<float>(),
        .loss = m_loss.item<double>()};
}

void AutogradStep::restore(const LearningState& state, std::int64_t steps)
{
    setNumbers(m_network.flat, state.weights);
    setNumbers(m_gradientMean, state.gradientMean);
    setNumbers(m_gradientSquare, state.gradientSquare);
    if (m_average.defined()) {
        setNumbers(m_average, state.average);
    }
    m_loss.fill_(state.loss);
    m_steps = steps;
}

} // namespace digitpad
