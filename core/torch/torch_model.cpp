// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/torch_model.h"

#include "core/reading/cpu_kernels.h"
#include "core/torch/guarded.h"
#include "core/torch/thread_count.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <array>
#include <utility>

namespace digitpad {
namespace {

// Glyphs that are computed at once: on a CPU so few that what lies between two layers stays in its
// cache, on a GPU enough to fill it.
constexpr std::size_t kChunkOnCpu = 128;
constexpr std::size_t kChunkOnGpu = 4096;
// A few glyphs are done before a second thread has woken; and whoever reads on several threads at
// once does not want several more for each.
constexpr std::size_t kMostOnOneThread = 16;

/// logits: a row of `outputs` for each glyph.
void setPredictions(
    std::span<const Glyph> glyphs, const float* logits, std::size_t outputs,
    Prediction* predictions)
{
    for (const Glyph& glyph : glyphs) {
        *predictions = predictionOf({logits, outputs}, glyph);
        logits += outputs;
        ++predictions;
    }
}

} // namespace

TorchModel::TorchModel(Network network, Normalisation normalisation, std::string recipe)
    : m_network(std::move(network)),
      m_normalisation(normalisation),
      m_info{
          .network = m_network.kind,
          .parameters = m_network.flat.numel(),
          .device = m_network.flat.device().str(),
          .recipe = std::move(recipe)}
{
    if (m_network.kind == kSimpleNn && m_network.flat.is_cpu()) {
        m_simpleNn.emplace(m_network, normalisation.mean, normalisation.deviation);
    } else {
        m_tensors = tensorsForReading(m_network);
    }
}

Result<std::vector<Prediction>> TorchModel::read(std::span<const Glyph> glyphs) const
{
    return guarded([&]() -> Result<std::vector<Prediction>> {
        const c10::InferenceMode inference;
        const ThreadCount threads(glyphs.size() <= kMostOnOneThread ? 1 : at::get_num_threads());
        std::vector<Prediction> predictions(glyphs.size());
        const std::size_t chunk = m_network.flat.is_cpu() ? kChunkOnCpu : kChunkOnGpu;
        for (std::size_t first = 0; first < glyphs.size(); first += chunk) {
            const std::size_t count = std::min(chunk, glyphs.size() - first);
            readSome(glyphs.subspan(first, count), predictions.data() + first);
        }
        return predictions;
    });
}

void TorchModel::readSome(std::span<const Glyph> glyphs, Prediction* predictions) const
{
    if (m_simpleNn) {
        std::array<float, kChunkOnCpu * kDigits> logits;
        m_simpleNn->read(glyphs, logits);
        setPredictions(glyphs, logits.data(), kDigits, predictions);
        return;
    }
    const at::Tensor outputs = logits(glyphs).cpu();
    setPredictions(
        glyphs, outputs.data_ptr<float>(), static_cast<std::size_t>(outputs.size(1)), predictions);
}

at::Tensor TorchModel::logits(std::span<const Glyph> glyphs) const
{
    const auto count = static_cast<std::int64_t>(glyphs.size());
    const auto options = m_network.flat.options();
    // from_blob wants a pointer to what may change, but nothing writes through it.
    auto* pixels = const_cast<Glyph*>(glyphs.data());
    const at::Tensor bytes = at::from_blob(
        pixels, {count, std::int64_t{Glyph::kPixels}}, options.dtype(at::kByte).device(at::kCPU));
    at::Tensor input = at::empty(bytes.sizes(), options);
    if (input.is_cpu()) {
        convertBytes(
            bytes.data_ptr<std::uint8_t>(), glyphs.size() * Glyph::kPixels,
            normalising(m_normalisation.mean, m_normalisation.deviation), input.data_ptr<float>());
    } else {
        normalise(bytes, m_normalisation.mean, m_normalisation.deviation, input);
    }
    return readingLogits(m_network.kind, m_tensors, input);
}

Result<std::string> TorchModel::toPth() const
{
    return guarded([&]() -> Result<std::string> {
        const c10::InferenceMode inference;
        const at::Tensor flat = m_network.flat.cpu();
        const auto* first = flat.data_ptr<float>();
        return writeNetwork(
            {.network = m_network.kind,
             .hiddenUnits = m_network.hiddenUnits,
             .numbers = {first, first + flat.numel()},
             .recipe = m_info.recipe});
    });
}

} // namespace digitpad
