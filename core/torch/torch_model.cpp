// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/torch_model.h"

#include "core/torch/guarded.h"
#include "core/torch/simple_nn_file.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <utility>

namespace digitpad {
namespace {

// Glyphs that are computed at once: enough to fill a GPU, 13 MB as float32.
constexpr std::size_t kChunk = 4096;

} // namespace

TorchModel::TorchModel(SimpleNn network, Normalisation normalisation, std::string recipe)
    : m_network(std::move(network)),
      m_fc1Transposed(m_network.fc1Weight.t()),
      m_fc2Transposed(m_network.fc2Weight.t()),
      m_normalisation(normalisation),
      m_info{
          .network = "simple-nn",
          .parameters = m_network.flat.numel(),
          .device = m_network.flat.device().str(),
          .recipe = std::move(recipe)}
{
}

Result<std::vector<Prediction>> TorchModel::read(std::span<const Glyph> glyphs) const
{
    return guarded([&]() -> Result<std::vector<Prediction>> {
        const c10::InferenceMode inference;
        std::vector<Prediction> predictions(glyphs.size());
        for (std::size_t first = 0; first < glyphs.size(); first += kChunk) {
            const std::size_t count = std::min(kChunk, glyphs.size() - first);
            readSome(glyphs.subspan(first, count), predictions.data() + first);
        }
        return predictions;
    });
}

void TorchModel::readSome(std::span<const Glyph> glyphs, Prediction* predictions) const
{
    const auto count = static_cast<std::int64_t>(glyphs.size());
    const auto options = m_network.flat.options();
    // from_blob wants a pointer to what may change, but nothing writes through it.
    auto* pixels = const_cast<Glyph*>(glyphs.data());
    const at::Tensor bytes = at::from_blob(
        pixels, {count, std::int64_t{Glyph::kPixels}}, options.dtype(at::kByte).device(at::kCPU));
    at::Tensor input = at::empty(bytes.sizes(), options);
    normalise(bytes, m_normalisation.mean, m_normalisation.deviation, input);
    const at::Tensor hidden = at::addmm(m_network.fc1Bias, input, m_fc1Transposed).relu_();
    const at::Tensor logits = at::addmm(m_network.fc2Bias, hidden, m_fc2Transposed);
    const at::Tensor probabilities = at::softmax(logits, 1).cpu();
    const float* row = probabilities.data_ptr<float>();
    for (const Glyph& glyph : glyphs) {
        std::copy_n(row, 10, predictions->probabilities.begin());
        predictions->digitScore = glyph.isBlank() ? 0 : 1;
        row += 10;
        ++predictions;
    }
}

Result<std::string> TorchModel::toPth() const
{
    return guarded([&]() -> Result<std::string> {
        const c10::InferenceMode inference;
        const at::Tensor flat = m_network.flat.cpu();
        const auto* first = flat.data_ptr<float>();
        return writeSimpleNn(
            {.hiddenUnits = m_network.fc1Bias.numel(),
             .parameters = {first, first + flat.numel()},
             .recipe = m_info.recipe});
    });
}

} // namespace digitpad
