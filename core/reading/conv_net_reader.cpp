// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/conv_net_reader.h"

#include <algorithm>
#include <cmath>

namespace digitpad {
namespace {

// Glyphs that go through the network together: their maps still fit into the cache, and each weight
// is fetched once for all of them.
constexpr std::size_t kTogether = 8;

constexpr double kNormEpsilon = 1e-5; // torch.nn.BatchNorm2d's default

constexpr const ConvShape& kFirst = kConvShapes.front();
constexpr std::size_t kMargin = (kFirst.inputSide - Glyph::kSide) / 2; // of the pixels
constexpr std::size_t kInputSize = kFirst.inputSide * kFirst.inputSide;

/// The maps of some glyphs, one after the other. Nobody writes to their margins.
struct Maps {
    explicit Maps(std::size_t glyphs) : pixels(glyphs * kInputSize)
    {
        for (std::size_t i = 0; i < outputs.size(); ++i) {
            outputs[i].resize(glyphs * kConvShapes[i].outputSize());
        }
    }

    std::vector<float> pixels;
    std::array<std::vector<Channels>, kConvShapes.size()> outputs;
};

const float* numbersOf(const std::vector<Channels>& maps)
{
    return maps.front().numbers.data();
}

void setPixels(const Glyph& glyph, Affine affine, float* pixels)
{
    for (std::size_t row = 0; row < Glyph::kSide; ++row) {
        convertBytes(
            glyph.pixels.data() + row * Glyph::kSide, Glyph::kSide, affine,
            pixels + (row + kMargin) * kFirst.inputSide + kMargin);
    }
}

} // namespace

ConvNetReader::ConvNetReader(const NetworkFile& network, const ConvKernels& kernels)
    : m_affine(normalising(network.mean, network.deviation)), m_kernels(kernels)
{
    std::span<const float> rest = network.numbers;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const ConvShape& shape = kConvShapes[i];
        m_layers[i] = folded(shape, rest);
        rest = rest.subspan(shape.outputs * (shape.reach() + 4)); // 4: of batch norm
    }
    // From [output, channel, place] to [place, channel, output].
    constexpr std::size_t kPlaces = kConvShapes.back().side * kConvShapes.back().side;
    constexpr std::size_t kChannels = kConvShapes.back().outputs;
    m_linear.resize(kPlaces * kChannels);
    for (std::size_t output = 0; output < kOutputs; ++output) {
        for (std::size_t channel = 0; channel < kChannels; ++channel) {
            for (std::size_t place = 0; place < kPlaces; ++place) {
                m_linear[place * kChannels + channel].numbers[output] =
                    rest[(output * kChannels + channel) * kPlaces + place];
            }
        }
    }
    std::ranges::copy(rest.last(kOutputs), m_linearBias.numbers.begin());
}

/// numbers: from the layer's on, in the order of networkTensors.
ConvNetReader::Layer ConvNetReader::folded(const ConvShape& shape, std::span<const float> numbers)
{
    const std::size_t taps = shape.kernel * shape.kernel;
    const std::span norm = numbers.subspan(shape.outputs * shape.reach(), 4 * shape.outputs);
    Layer layer{
        .weights = std::vector<Channels>(shape.outputs / Channels::kCount * shape.reach()),
        .biases = std::vector<Channels>(shape.outputs / Channels::kCount)};
    for (std::size_t output = 0; output < shape.outputs; ++output) {
        const std::size_t group = output / Channels::kCount;
        const std::size_t lane = output % Channels::kCount;
        const double scale =
            norm[output] / std::sqrt(norm[3 * shape.outputs + output] + kNormEpsilon);
        layer.biases[group].numbers[lane] = static_cast<float>(
            norm[shape.outputs + output] - norm[2 * shape.outputs + output] * scale);
        for (std::size_t input = 0; input < shape.inputs; ++input) {
            for (std::size_t tap = 0; tap < taps; ++tap) {
                const float weight = numbers[(output * shape.inputs + input) * taps + tap];
                layer.weights[group * shape.reach() + tap * shape.inputs + input].numbers[lane] =
                    static_cast<float>(weight * scale);
            }
        }
    }
    return layer;
}

void ConvNetReader::read(std::span<const Glyph> glyphs, std::span<float> logits) const
{
    Maps maps(std::min(kTogether, glyphs.size()));
    while (!glyphs.empty()) {
        const std::size_t count = std::min(kTogether, glyphs.size());
        for (std::size_t i = 0; i < count; ++i) {
            setPixels(glyphs[i], m_affine, maps.pixels.data() + i * kInputSize);
        }
        const float* below = maps.pixels.data();
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            m_kernels.layers[i](
                below, count, m_layers[i].weights.data(), m_layers[i].biases.data(),
                maps.outputs[i].data());
            below = numbersOf(maps.outputs[i]);
        }
        for (std::size_t i = 0; i < count; ++i) {
            Channels sums = m_linearBias;
            m_kernels.addLinear(
                below + i * m_linear.size(), m_linear.size(), m_linear.data(), sums);
            std::copy_n(sums.numbers.begin(), kOutputs, logits.begin());
            logits = logits.subspan(kOutputs);
        }
        glyphs = glyphs.subspan(count);
    }
}

} // namespace digitpad
