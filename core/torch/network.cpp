// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/network.h"

#include "core/base/glyph.h"

#include <ATen/ATen.h>

#include <cmath>
#include <utility>

namespace digitpad {
namespace {

// torch.nn.BatchNorm2d's defaults.
constexpr double kMomentum = 0.1;
constexpr double kNormEpsilon = 1e-5;

constexpr std::size_t kTensorsPerLayer = 5;

/// weight and bias as torch.nn.Linear draws them.
void drawLinear(const at::Tensor& weight, const at::Tensor& bias, at::Generator& random)
{
    const double inputs = std::sqrt(static_cast<double>(weight.size(1)));
    // kaiming_uniform_ with a = sqrt(5), rounded where Python rounds; in the end 1 / inputs.
    const double bound = std::sqrt(3.0) * (std::sqrt(2.0 / 6.0) / inputs);
    weight.uniform_(-bound, bound, random);
    bias.uniform_(-1 / inputs, 1 / inputs, random);
}

/// The glyphs as pictures of one channel, with the channels lying innermost, which is how the
/// convolutions are quickest.
at::Tensor asPictures(const at::Tensor& pixels)
{
    return pixels.view({-1, 1, Glyph::kSide, Glyph::kSide})
        .contiguous(at::MemoryFormat::ChannelsLast);
}

/// The last layer, over features in the order channel, row, column.
at::Tensor linear(const at::Tensor& features, const at::Tensor& weight, const at::Tensor& bias)
{
    return at::addmm(bias, features.reshape({features.size(0), -1}), weight.t());
}

} // namespace

Network::Network(std::string which, std::int64_t hidden, at::Tensor all)
    : kind(std::move(which)), hiddenUnits(hidden), flat(std::move(all))
{
    std::int64_t start = 0;
    for (const NetworkTensor& tensor : networkTensors(kind, hiddenUnits)) {
        const std::int64_t count = c10::multiply_integers(tensor.shape);
        tensors.push_back(flat.narrow(0, start, count).view(tensor.shape));
        start += count;
    }
}

Network initialNetwork(const std::string& kind, std::int64_t hiddenUnits, at::Generator& random)
{
    Network network(kind, hiddenUnits, at::empty({networkNumbers(kind, hiddenUnits)}, at::kFloat));
    auto& tensors = network.tensors;
    if (kind == kSimpleNn) {
        drawLinear(tensors[0], tensors[1], random);
        drawLinear(tensors[2], tensors[3], random);
        return network;
    }
    for (std::size_t i = 0; i < kConvLayers.size(); ++i) {
        const ConvLayer& layer = kConvLayers[i];
        const auto inputs = static_cast<double>(layer.inputs * layer.kernel * layer.kernel);
        at::Tensor* of = &tensors[i * kTensorsPerLayer];
        of[0].normal_(0, std::sqrt(2 / inputs), random);
        of[1].fill_(1);
        of[2].zero_();
        of[3].zero_();
        of[4].fill_(1);
    }
    drawLinear(tensors[tensors.size() - 2], tensors.back(), random);
    return network;
}

void setNumbers(const at::Tensor& tensor, const std::vector<float>& numbers)
{
    // from_blob wants a pointer to what may change, but nothing writes through it.
    tensor.copy_(at::from_blob(
        const_cast<float*>(numbers.data()), tensor.sizes(), at::TensorOptions(at::kFloat)));
}

at::Tensor trainingLogits(
    const std::string& kind, std::span<const at::Tensor> tensors, const at::Tensor& pixels)
{
    if (kind == kSimpleNn) {
        const at::Tensor hidden = at::addmm(tensors[1], pixels, tensors[0].t()).relu();
        return at::addmm(tensors[3], hidden, tensors[2].t());
    }
    at::Tensor maps = asPictures(pixels);
    for (std::size_t i = 0; i < kConvLayers.size(); ++i) {
        const at::Tensor* of = &tensors[i * kTensorsPerLayer];
        maps = at::conv2d(
            maps, of[0].contiguous(at::MemoryFormat::ChannelsLast), {}, kConvLayers[i].stride,
            kConvLayers[i].padding);
        maps = at::batch_norm(
                   maps, of[1], of[2], of[3], of[4], true, kMomentum, kNormEpsilon,
                   at::globalContext().userEnabledCuDNN())
                   .relu();
    }
    return linear(maps, tensors[tensors.size() - 2], tensors.back());
}

std::vector<at::Tensor> tensorsForReading(const Network& network)
{
    const auto& tensors = network.tensors;
    if (network.kind == kSimpleNn) {
        return {tensors[0].t(), tensors[1], tensors[2].t(), tensors[3]};
    }
    std::vector<at::Tensor> folded;
    for (std::size_t i = 0; i < kConvLayers.size(); ++i) {
        const at::Tensor* of = &tensors[i * kTensorsPerLayer];
        const at::Tensor scale = of[1] / (of[4] + kNormEpsilon).sqrt();
        folded.push_back(
            (of[0] * scale.view({-1, 1, 1, 1})).contiguous(at::MemoryFormat::ChannelsLast));
        folded.push_back(of[2] - of[3] * scale);
    }
    folded.push_back(tensors[tensors.size() - 2]);
    folded.push_back(tensors.back());
    return folded;
}

at::Tensor readingLogits(
    const std::string& kind, std::span<const at::Tensor> tensors, const at::Tensor& pixels)
{
    if (kind == kSimpleNn) {
        const at::Tensor hidden = at::addmm(tensors[1], pixels, tensors[0]).relu_();
        return at::addmm(tensors[3], hidden, tensors[2]);
    }
    at::Tensor maps = asPictures(pixels);
    for (std::size_t i = 0; i < kConvLayers.size(); ++i) {
        maps = at::conv2d(
                   maps, tensors[2 * i], tensors[2 * i + 1], kConvLayers[i].stride,
                   kConvLayers[i].padding)
                   .relu_();
    }
    return linear(maps, tensors[tensors.size() - 2], tensors.back());
}

void normalise(const at::Tensor& bytes, double mean, double deviation, at::Tensor& out)
{
    out.copy_(bytes).div_(255).sub_(mean).div_(deviation);
}

} // namespace digitpad
