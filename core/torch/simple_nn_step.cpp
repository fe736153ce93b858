// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/simple_nn_step.h"

#include "core/torch/cpu_kernels.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace digitpad {
namespace {

// D. P. Kingma, J. Ba: Adam: A Method for Stochastic Optimization, 2015, algorithm 1, with the
// paper's constants, which are torch.optim.Adam's defaults too.
constexpr double kBeta1 = 0.9;
constexpr double kBeta2 = 0.999;
constexpr double kEpsilon = 1e-8;

constexpr std::int64_t kPixels = Glyph::kPixels;

float* numbers(const at::Tensor& tensor)
{
    return tensor.data_ptr<float>();
}

} // namespace

SimpleNnStep::SimpleNnStep(
    const Dataset& data, const TrainingOptions& options, const SimpleNn& initial,
    c10::Device device)
    : m_data(data),
      m_mean(options.mean),
      m_deviation(options.deviation),
      m_learningRate(options.learningRate),
      m_network(initial.flat.to(device, at::kFloat, false, true), options.hiddenUnits),
      m_gradient(at::zeros_like(m_network.flat), options.hiddenUnits),
      m_gradientMean(at::zeros_like(m_network.flat)),
      m_gradientSquare(at::zeros_like(m_network.flat)),
      m_denominator(at::empty_like(m_network.flat)),
      m_loss(at::zeros({}, m_network.flat.options().dtype(at::kDouble)))
{
    const auto count = static_cast<std::int64_t>(data.size());
    const std::int64_t rows = std::min<std::int64_t>(options.batchSize, count);
    m_cpuLabels.resize(static_cast<std::size_t>(rows));
    // from_blob wants pointers to what may change, but nothing writes through them.
    auto* glyphs = const_cast<Glyph*>(data.glyphs.data());
    auto* labels = const_cast<std::uint8_t*>(data.labels.data());
    m_glyphs = at::from_blob(glyphs, {count, kPixels}, at::kByte).to(device);
    m_labels = at::from_blob(labels, {count, 1}, at::kByte).to(device, at::kLong);

    const auto floats = m_network.flat.options();
    m_batch = {
        .bytes = at::empty({rows, kPixels}, floats.dtype(at::kByte)),
        .labels = at::empty({rows, 1}, floats.dtype(at::kLong)),
        .pixels = at::empty({rows, kPixels}, floats),
        .hidden = at::empty({rows, options.hiddenUnits}, floats),
        .logits = at::empty({rows, 10}, floats),
        .dLogits = at::empty({rows, 10}, floats),
        .dHidden = at::empty({rows, options.hiddenUnits}, floats)};
}

SimpleNnStep::Batch SimpleNnStep::Batch::first(std::int64_t rows) const
{
    const auto part = [rows](const at::Tensor& tensor) { return tensor.narrow(0, 0, rows); };
    return {
        .bytes = part(bytes),
        .labels = part(labels),
        .pixels = part(pixels),
        .hidden = part(hidden),
        .logits = part(logits),
        .dLogits = part(dLogits),
        .dHidden = part(dHidden)};
}

void SimpleNnStep::run(const at::Tensor& indices)
{
    Batch batch = m_batch.first(indices.size(0));
    if (indices.is_cpu()) {
        runOnCpu(batch, indices);
    } else {
        gather(batch, indices);
        forward(batch);
        backward(batch);
        adam();
    }
}

double SimpleNnStep::takeLoss()
{
    const double loss = m_cpuLoss + m_loss.item<double>();
    m_loss.zero_();
    m_cpuLoss = 0;
    return loss;
}

void SimpleNnStep::runOnCpu(Batch& batch, const at::Tensor& indices)
{
    const auto rows = static_cast<std::size_t>(indices.size(0));
    const auto hiddenUnits = static_cast<std::size_t>(m_network.fc1Bias.numel());
    const std::span order(indices.data_ptr<std::int64_t>(), rows);
    std::ranges::transform(order, m_cpuLabels.begin(), [this](std::int64_t index) {
        return m_data.labels[static_cast<std::size_t>(index)];
    });
    gatherRows(
        m_data.glyphs.data()->pixels.data(), order, kPixels,
        {.scale = static_cast<float>(1 / (255 * m_deviation)),
         .offset = static_cast<float>(-m_mean / m_deviation)},
        numbers(batch.pixels));

    at::mm_out(batch.hidden, batch.pixels, m_network.fc1Weight.t());
    addBiasAndRectify(numbers(batch.hidden), numbers(m_network.fc1Bias), rows, hiddenUnits);
    at::mm_out(batch.dLogits, batch.hidden, m_network.fc2Weight.t());
    m_cpuLoss += crossEntropy(
        numbers(batch.dLogits), numbers(m_network.fc2Bias), m_cpuLabels.data(), rows, 10);

    at::mm_out(m_gradient.fc2Weight, batch.dLogits.t(), batch.hidden);
    sumRows(numbers(batch.dLogits), rows, 10, numbers(m_gradient.fc2Bias));
    at::mm_out(batch.dHidden, batch.dLogits, m_network.fc2Weight);
    rectifyDerivative(numbers(batch.dHidden), numbers(batch.hidden), rows * hiddenUnits);
    at::mm_out(m_gradient.fc1Weight, batch.dHidden.t(), batch.pixels);
    sumRows(numbers(batch.dHidden), rows, hiddenUnits, numbers(m_gradient.fc1Bias));

    const auto [stepSize, squareRootScale] = adamFactors();
    adamUpdate(
        numbers(m_network.flat), numbers(m_gradient.flat), numbers(m_gradientMean),
        numbers(m_gradientSquare), static_cast<std::size_t>(m_network.flat.numel()),
        {.beta1 = kBeta1,
         .beta2 = kBeta2,
         .stepSize = static_cast<float>(stepSize),
         .squareRootScale = static_cast<float>(squareRootScale),
         .epsilon = kEpsilon});
}

void SimpleNnStep::gather(Batch& batch, const at::Tensor& indices) const
{
    at::index_select_out(batch.bytes, m_glyphs, 0, indices);
    at::index_select_out(batch.labels, m_labels, 0, indices);
    normalise(batch.bytes, m_mean, m_deviation, batch.pixels);
}

void SimpleNnStep::forward(Batch& batch)
{
    at::addmm_out(batch.hidden, m_network.fc1Bias, batch.pixels, m_network.fc1Weight.t());
    batch.hidden.relu_();
    at::addmm_out(batch.logits, m_network.fc2Bias, batch.hidden, m_network.fc2Weight.t());
    at::log_softmax_out(batch.logits, batch.logits, 1);
    m_loss.sub_(batch.logits.gather(1, batch.labels).mean());
}

void SimpleNnStep::backward(Batch& batch)
{
    // d loss / d logits = (softmax - one at the label) / n
    const auto rows = static_cast<double>(batch.labels.size(0));
    at::exp_out(batch.dLogits, batch.logits).div_(rows);
    batch.dLogits.scatter_add_(
        1, batch.labels,
        at::full({1, 1}, -1 / rows, batch.dLogits.options()).expand_as(batch.labels));

    at::mm_out(m_gradient.fc2Weight, batch.dLogits.t(), batch.hidden);
    at::sum_out(m_gradient.fc2Bias, batch.dLogits, 0);

    at::mm_out(batch.dHidden, batch.dLogits, m_network.fc2Weight);
    at::threshold_backward_out(batch.dHidden, batch.dHidden, batch.hidden, 0);
    at::mm_out(m_gradient.fc1Weight, batch.dHidden.t(), batch.pixels);
    at::sum_out(m_gradient.fc1Bias, batch.dHidden, 0);
}

void SimpleNnStep::adam()
{
    const auto [stepSize, squareRootScale] = adamFactors();
    m_gradientMean.mul_(kBeta1).add_(m_gradient.flat, 1 - kBeta1);
    m_gradientSquare.mul_(kBeta2).addcmul_(m_gradient.flat, m_gradient.flat, 1 - kBeta2);
    at::sqrt_out(m_denominator, m_gradientSquare).mul_(squareRootScale).add_(kEpsilon);
    m_network.flat.addcdiv_(m_gradientMean, m_denominator, -stepSize);
}

/// The corrections of the moments' start from zero, as factors of the step and of the root.
std::pair<double, double> SimpleNnStep::adamFactors()
{
    ++m_steps;
    return {
        m_learningRate / (1 - std::pow(kBeta1, m_steps)),
        1 / std::sqrt(1 - std::pow(kBeta2, m_steps))};
}

} // namespace digitpad
