// SPDX-License-Identifier: GPL-3.0-or-later

// What reads without LibTorch gives what LibTorch gives.

#include "core/reading/reading_model.h"

#include "core/engine/inside.h"
#include "core/reading/conv_net_reader.h"
#include "core/reading/simple_nn_reader.h"
#include "tests/engine/formula_network.h"
#include "tests/engine/test_engine.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>

using namespace digitpad;

namespace {

constexpr double kLikeLibTorch = 1e-4; // every logit

/// Digits, what is drawn at random, a blank sheet and one full of ink.
std::vector<Glyph> allGlyphs()
{
    std::vector<Glyph> glyphs = syntheticDigits(300, 4).glyphs;
    std::mt19937 random(5);
    for (std::size_t i = 0; i < 50; ++i) {
        for (std::uint8_t& pixel : glyphs[i].pixels) {
            pixel = static_cast<std::uint8_t>(random());
        }
    }
    glyphs[50] = {};
    glyphs[51].pixels.fill(255);
    return glyphs;
}

/// The one that the program carries.
NetworkFile carried(std::string_view network)
{
    std::ifstream in(
        DIGITPAD_SOURCE_DIR "/resources/models/" + std::string(network) + ".pth", std::ios::binary);
    return readNetwork(std::string(std::istreambuf_iterator<char>(in), {})).value();
}

std::vector<float> libTorchsLogits(const NetworkFile& network, std::span<const Glyph> glyphs)
{
    const auto inside = tests::makeEngine()->lookInside(*readingModel(network)).value();
    return inside->values(glyphs, inside->layers().size() - 1).value();
}

template <class Reader>
void expectLikeLibTorch(const NetworkFile& network, const auto& kernelsOfThisMachine)
{
    const std::vector<Glyph> glyphs = allGlyphs();
    const std::vector<float> expected = libTorchsLogits(network, glyphs);
    for (const auto& kernels : kernelsOfThisMachine) {
        const Reader reader(network, kernels);
        std::vector<float> logits(expected.size());
        // In runs of 1, 2, 3, ... glyphs.
        std::size_t first = 0;
        for (std::size_t count = 1; first < glyphs.size(); first += count++) {
            const auto some =
                std::span(glyphs).subspan(first, std::min(count, glyphs.size() - first));
            reader.read(
                some, std::span(logits).subspan(
                          first * Reader::kOutputs, some.size() * Reader::kOutputs));
        }
        for (std::size_t i = 0; i < logits.size(); ++i) {
            ASSERT_NEAR(logits[i], expected[i], kLikeLibTorch) << "output " << i;
        }
    }
}

} // namespace

TEST(SimpleNnReader, IsLikeLibTorchWithEveryInstructionSet)
{
    expectLikeLibTorch<SimpleNnReader>(tests::formulaNetwork(kSimpleNn), unitKernels());
    expectLikeLibTorch<SimpleNnReader>(carried(kSimpleNn), unitKernels());
}

TEST(ConvNetReader, IsLikeLibTorchWithEveryInstructionSet)
{
    expectLikeLibTorch<ConvNetReader>(tests::formulaNetwork(kConvNet), convKernels());
    expectLikeLibTorch<ConvNetReader>(carried(kConvNet), convKernels());
}

TEST(ReadingModel, IsWhatTheEngineLoadsForTheCpu)
{
    for (const std::string_view network : {kSimpleNn, kConvNet}) {
        const NetworkFile file = tests::formulaNetwork(network);
        const std::vector<Glyph> glyphs = allGlyphs();
        const auto loaded = tests::makeEngine()->load(writeNetwork(file), "cpu").value();
        const auto ofEngine = loaded->read(glyphs).value();
        const auto ofReading = readingModel(file)->read(glyphs).value();
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            EXPECT_EQ(ofEngine[i].probabilities, ofReading[i].probabilities);
        }
    }
}
