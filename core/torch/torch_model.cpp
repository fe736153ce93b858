// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/torch_model.h"

#include "core/torch/guarded.h"
#include "core/torch/network.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <utility>

namespace digitpad {
namespace {

constexpr std::size_t kAtOnce = 4096; ///< glyphs: enough to fill a GPU

} // namespace

TorchModel::TorchModel(NetworkFile file, c10::Device device)
    : m_file(std::move(file)),
      m_info{
          .network = m_file.network,
          .parameters = static_cast<std::int64_t>(m_file.numbers.size()),
          .device = device.str(),
          .recipe = m_file.recipe}
{
    const c10::InferenceMode inference;
    const at::Tensor flat = at::from_blob(m_file.numbers.data(), {m_info.parameters}, at::kFloat)
                                .to(device, at::kFloat, false, true);
    m_tensors = tensorsForReading(Network(m_file.network, m_file.hiddenUnits, flat));
}

Result<std::vector<Prediction>> TorchModel::read(std::span<const Glyph> glyphs) const
{
    return guarded([&]() -> Result<std::vector<Prediction>> {
        const c10::InferenceMode inference;
        std::vector<Prediction> predictions(glyphs.size());
        for (std::size_t first = 0; first < glyphs.size(); first += kAtOnce) {
            const std::size_t count = std::min(kAtOnce, glyphs.size() - first);
            readSome(glyphs.subspan(first, count), predictions.data() + first);
        }
        return predictions;
    });
}

void TorchModel::readSome(std::span<const Glyph> glyphs, Prediction* predictions) const
{
    const auto count = static_cast<std::int64_t>(glyphs.size());
    // from_blob wants a pointer to what may change, but nothing writes through it.
    auto* pixels = const_cast<Glyph*>(glyphs.data());
    const at::Tensor bytes =
        at::from_blob(pixels, {count, std::int64_t{Glyph::kPixels}}, at::TensorOptions(at::kByte));
    at::Tensor input = at::empty(bytes.sizes(), m_tensors.front().options());
    normalise(bytes, m_file.mean, m_file.deviation, input);
    const at::Tensor logits = readingLogits(m_file.network, m_tensors, input).cpu();
    const float* ofGlyph = logits.data_ptr<float>();
    const auto outputs = static_cast<std::size_t>(logits.size(1));
    for (const Glyph& glyph : glyphs) {
        *predictions = predictionOf({ofGlyph, outputs}, glyph);
        ofGlyph += outputs;
        ++predictions;
    }
}

Result<std::string> TorchModel::toPth() const
{
    return guarded([&]() -> Result<std::string> { return writeNetwork(m_file); });
}

std::shared_ptr<const Model> modelOn(c10::Device device, NetworkFile file, std::size_t mostThreads)
{
    if (device.is_cpu()) {
        return readingModel(std::move(file), mostThreads);
    }
    return std::make_shared<TorchModel>(std::move(file), device);
}

} // namespace digitpad
