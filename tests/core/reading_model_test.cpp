// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/reading_model.h"

#include "core/data/synthetic.h"
#include "core/reading/conv_net_reader.h"
#include "core/reading/simple_nn_reader.h"
#include "tests/engine/formula_network.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <fstream>
#include <limits>
#include <thread>

using namespace digitpad;
using tests::formulaNetwork;
using tests::ringGlyph;

namespace {

/// What Python's torch computes of the ring with the same networks: see make_inside.py.
nlohmann::json expected(std::string_view network)
{
    std::ifstream in(DIGITPAD_FIXTURES "/inside/expected.json");
    return nlohmann::json::parse(in).at(std::string(network));
}

template <class Reader> std::vector<float> logitsOf(const Reader& reader, const Glyph& glyph)
{
    std::vector<float> logits(Reader::kOutputs);
    reader.read({&glyph, 1}, logits);
    return logits;
}

template <class Reader> void expectLogitsLikePython(const Reader& reader, const nlohmann::json& of)
{
    const std::vector<float> logits = logitsOf(reader, ringGlyph());
    ASSERT_EQ(of.at("sums").size(), logits.size());
    for (std::size_t i = 0; i < logits.size(); ++i) {
        const float sum = of["sums"][i];
        EXPECT_NEAR(logits[i], sum, 1e-5 * std::max(1.0F, std::abs(sum))) << i;
    }
}

/// Digits, a blank sheet and one full of ink.
std::vector<Glyph> someGlyphs(std::size_t count)
{
    std::vector<Glyph> glyphs = syntheticDigits(count, 3).glyphs;
    glyphs.front() = {};
    glyphs.back().pixels.fill(255);
    return glyphs;
}

class ReadingModelTest : public testing::TestWithParam<std::string_view> {
protected:
    NetworkFile m_network = formulaNetwork(GetParam());
    std::shared_ptr<const Model> m_model = readingModel(m_network);
};

} // namespace

TEST(SimpleNnReader, GivesWhatPythonComputesWithEveryInstructionSet)
{
    for (const UnitKernels& kernels : unitKernels()) {
        expectLogitsLikePython(
            SimpleNnReader(formulaNetwork(kSimpleNn), kernels),
            expected(kSimpleNn).at("layers").at("fc2"));
    }
}

TEST(ConvNetReader, GivesWhatPythonComputesWithEveryInstructionSet)
{
    for (const ConvKernels& kernels : convKernels()) {
        expectLogitsLikePython(
            ConvNetReader(formulaNetwork(kConvNet), kernels),
            expected(kConvNet).at("layers").at("fc"));
    }
}

/// A run that diverged must show.
TEST(ConvNetReader, LetsNaNThrough)
{
    NetworkFile network = formulaNetwork(kConvNet);
    network.numbers.front() = std::numeric_limits<float>::quiet_NaN();
    for (const ConvKernels& kernels : convKernels()) {
        EXPECT_TRUE(std::isnan(logitsOf(ConvNetReader(network, kernels), ringGlyph())[0]));
    }
}

TEST_P(ReadingModelTest, ReadsWhatPythonReads)
{
    const auto read = m_model->read(std::array{ringGlyph()}).value();
    const auto probabilities = expected(GetParam()).at("probabilities");
    for (std::size_t digit = 0; digit < 10; ++digit) {
        EXPECT_NEAR(read.at(0).probabilities[digit], probabilities[digit].get<float>(), 1e-5F);
    }
    const double noDigit = expected(GetParam()).value("no_digit", 0.0);
    EXPECT_NEAR(read.at(0).digitScore, 1 - noDigit, 1e-5);
}

TEST_P(ReadingModelTest, ReadsManyLikeEachAlone)
{
    const std::vector<Glyph> glyphs = someGlyphs(300);
    for (const std::size_t count : {0U, 1U, 7U, 8U, 9U, 16U, 17U, 33U, 256U, 257U, 300U}) {
        const auto some = std::span(glyphs).last(count);
        const auto together = m_model->read(some).value();
        ASSERT_EQ(together.size(), count);
        for (std::size_t i = 0; i < count; ++i) {
            const Prediction alone = m_model->read(some.subspan(i, 1)).value().at(0);
            EXPECT_EQ(together[i].probabilities, alone.probabilities) << i << " of " << count;
            EXPECT_EQ(together[i].digitScore, alone.digitScore) << i << " of " << count;
        }
    }
}

TEST_P(ReadingModelTest, ReadsOnManyThreadsAtOnce)
{
    const std::vector<Glyph> glyphs = someGlyphs(20);
    const auto alone = m_model->read(glyphs).value();
    std::array<bool, 4> same{};
    {
        std::vector<std::jthread> threads;
        threads.reserve(same.size());
        for (bool& result : same) {
            threads.emplace_back([&] {
                const auto read = m_model->read(glyphs).value();
                result = std::ranges::equal(
                    read, alone, {}, &Prediction::probabilities, &Prediction::probabilities);
            });
        }
    }
    EXPECT_EQ(same, (std::array{true, true, true, true}));
}

TEST_P(ReadingModelTest, SaysWhatItIs)
{
    EXPECT_EQ(m_model->info().network, GetParam());
    EXPECT_EQ(m_model->info().device, "cpu");
    EXPECT_EQ(m_model->info().parameters, networkNumbers(GetParam(), 128));
}

TEST_P(ReadingModelTest, IsLoadedAsItWasWritten)
{
    m_network.recipe = R"({"mean":0.5,"deviation":0.25})";
    const std::string pth = readingModel(m_network)->toPth().value();
    const auto loaded = loadForReading(pth).value();
    EXPECT_EQ(loaded->toPth().value(), pth);
    EXPECT_EQ(loaded->info().recipe, m_network.recipe);
    // The ring as other numbers now.
    EXPECT_NE(
        loaded->read(std::array{ringGlyph()}).value().at(0).probabilities,
        m_model->read(std::array{ringGlyph()}).value().at(0).probabilities);
}

TEST(LoadForReading, PassesOnWhyAFileIsRefused)
{
    const auto model = loadForReading("no zip");
    ASSERT_FALSE(model.has_value());
    EXPECT_EQ(model.error(), readNetwork("no zip").error());
}

INSTANTIATE_TEST_SUITE_P(BothNetworks, ReadingModelTest, testing::Values(kSimpleNn, kConvNet));
