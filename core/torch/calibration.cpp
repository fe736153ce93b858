// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/calibration.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace digitpad {
namespace {

constexpr std::size_t kFewest = 100;

/// The mean cross entropy of the ten digits' logits [n, 10] divided by a temperature.
double lossAt(const at::Tensor& logits, const at::Tensor& labels, double temperature)
{
    return at::cross_entropy_loss(logits / temperature, labels).item<double>();
}

/// The temperature of the least loss, by golden section over its logarithm; the loss has one
/// minimum.
double bestTemperature(const at::Tensor& logits, const at::Tensor& labels)
{
    const double golden = (std::sqrt(5.0) - 1) / 2;
    double low = std::log(0.1);
    double high = std::log(10.0);
    while (high - low > 1e-3) {
        const double a = high - golden * (high - low);
        const double b = low + golden * (high - low);
        if (lossAt(logits, labels, std::exp(a)) < lossAt(logits, labels, std::exp(b))) {
            high = b;
        } else {
            low = a;
        }
    }
    return std::exp((low + high) / 2);
}

} // namespace

double calibrate(
    Network& network, const Dataset& data, std::span<const std::int64_t> held,
    const TrainingOptions& options)
{
    std::vector<Glyph> glyphs;
    std::vector<std::int64_t> labels;
    for (const std::int64_t index : held) {
        const auto i = static_cast<std::size_t>(index);
        if (data.labels[i] != kNoDigit) {
            glyphs.push_back(data.glyphs[i]);
            labels.push_back(data.labels[i]);
        }
    }
    if (glyphs.size() < kFewest) {
        return 1;
    }
    const auto count = static_cast<std::int64_t>(glyphs.size());
    const auto device = network.flat.device();
    const at::Tensor bytes =
        at::from_blob(glyphs.data(), {count, std::int64_t{Glyph::kPixels}}, at::kByte).to(device);
    at::Tensor pixels = at::empty(bytes.sizes(), network.flat.options());
    normalise(bytes, options.mean, options.deviation, pixels);
    const at::Tensor logits = readingLogits(network.kind, tensorsForReading(network), pixels).cpu();
    const at::Tensor digits = logits.narrow(1, 0, 10);

    const double temperature =
        bestTemperature(digits, at::from_blob(labels.data(), {count}, at::kLong));
    const at::Tensor& weight = network.tensors[network.tensors.size() - 2];
    const at::Tensor& bias = network.tensors.back();
    weight.div_(temperature);
    bias.div_(temperature);

    if (logits.size(1) > 10) {
        const bool hasOthers = std::ranges::find(data.labels, kNoDigit) != data.labels.end();
        const at::Tensor scaled = logits / temperature;
        // What "no digit" lacks to be as likely as all digits together.
        const at::Tensor margins = scaled.narrow(1, 0, 10).logsumexp(1) - scaled.select(1, 10);
        const double margin = hasOthers ? margins.quantile(kTurnedAway).item<double>() : -100;
        bias[10].add_(margin);
    }
    return temperature;
}

} // namespace digitpad
