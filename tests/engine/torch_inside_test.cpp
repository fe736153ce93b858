// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/inside.h"

#include "core/data/mnist.h"
#include "core/engine/change_of_mind.h"
#include "tests/data_dir.h"
#include "tests/engine/formula_network.h"
#include "tests/engine/test_engine.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <numeric>

using namespace digitpad;
using tests::formulaNetwork;
using tests::makeEngine;
using tests::ringGlyph;

namespace {

constexpr double kLikePython = 1e-5; // every number, also those that are far from 1

std::shared_ptr<const Model> load(const std::string& pth)
{
    auto model = makeEngine()->load(pth, "cpu");
    EXPECT_TRUE(model.has_value()) << model.error().detail;
    return model.value_or(nullptr);
}

std::shared_ptr<const Inside> opened(const std::string& pth)
{
    auto inside = makeEngine()->lookInside(*load(pth));
    EXPECT_TRUE(inside.has_value()) << inside.error().detail;
    return inside.value_or(nullptr);
}

std::string bytesOf(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The network that the program carries.
std::string carried(std::string_view network)
{
    return bytesOf(DIGITPAD_SOURCE_DIR "/resources/models/" + std::string(network) + ".pth");
}

std::vector<Glyph> testDigits(std::size_t count)
{
    auto data = readMnistTest(tests::dataDir() / "mnist");
    if (!data) {
        return {};
    }
    data->glyphs.resize(std::min(count, data->size()));
    return std::move(data->glyphs);
}

double meanSquare(std::span<const float> numbers)
{
    double sum = 0;
    for (const float number : numbers) {
        sum += double{number} * number;
    }
    return sum / static_cast<double>(numbers.size());
}

double sumOf(const Shares& shares)
{
    return std::accumulate(shares.pixels.begin(), shares.pixels.end(), shares.constant);
}

/// A glyph with all touches but one.
Glyph touched(Glyph glyph, const std::vector<Touch>& touches, int side, std::size_t without)
{
    const Glyph before = glyph;
    for (std::size_t i = 0; i < touches.size(); ++i) {
        for (int at = 0; at < side * side && i != without; ++at) {
            const int x = touches[i].x + at % side;
            const int y = touches[i].y + at / side;
            if (glyph.at(x, y) == before.at(x, y)) { // no pixel twice
                glyph.set(x, y, touches[i].adds ? 255 : 0);
            }
        }
    }
    return glyph;
}

class InsideOf : public testing::TestWithParam<std::string_view> {
protected:
    InsideOf() : m_inside(opened(writeNetwork(formulaNetwork(GetParam())))) {}

    std::shared_ptr<const Inside> m_inside;
};

} // namespace

TEST_P(InsideOf, ComputesWhatPythonDoes)
{
    const auto expected =
        nlohmann::json::parse(bytesOf(DIGITPAD_FIXTURES "/inside/expected.json"))[GetParam()];
    const Activations found = m_inside->activations(ringGlyph()).value();
    ASSERT_EQ(found.layers.size(), expected["layers"].size() + 1);
    for (std::size_t i = 1; i < found.layers.size(); ++i) {
        const auto& layer = expected["layers"][m_inside->layers()[i].name];
        const std::vector<float>& sums = found.layers[i].sums;
        const auto step = layer["step"].get<std::size_t>();
        for (std::size_t j = 0; j < layer["sums"].size(); ++j) {
            EXPECT_NEAR(sums.at(j * step), layer["sums"][j].get<double>(), kLikePython)
                << m_inside->layers()[i].name << ' ' << j * step;
        }
        EXPECT_NEAR(meanSquare(sums), layer["mean_square"].get<double>(), kLikePython);
    }
    for (std::size_t digit = 0; digit < 10; ++digit) {
        EXPECT_NEAR(
            found.prediction.probabilities[digit], expected["probabilities"][digit].get<double>(),
            kLikePython);
    }
    if (expected.contains("no_digit")) {
        EXPECT_NEAR(
            1 - found.prediction.digitScore, expected["no_digit"].get<double>(), kLikePython);
    }
}

TEST_P(InsideOf, SharesAreThoseOfPythonsAutograd)
{
    const auto expected = nlohmann::json::parse(
        bytesOf(DIGITPAD_FIXTURES "/inside/expected.json"))[GetParam()]["shares"];
    const Shares found = m_inside->shares(ringGlyph(), {.digit = 3}).value();
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_NEAR(found.pixels.at(i * 57), expected[i].get<double>(), kLikePython) << i * 57;
    }
}

TEST_P(InsideOf, GivesWhatTheModelReads)
{
    const auto model = load(carried(GetParam()));
    const auto inside = makeEngine()->lookInside(*model).value();
    const std::vector<Glyph> glyphs{Glyph{}, ringGlyph(), syntheticDigits(1, 5).glyphs[0]};
    const auto read = model->read(glyphs).value();
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const Prediction prediction = inside->activations(glyphs[i]).value().prediction;
        for (std::size_t digit = 0; digit < 10; ++digit) {
            EXPECT_NEAR(prediction.probabilities[digit], read[i].probabilities[digit], 1e-6);
        }
        EXPECT_NEAR(prediction.digitScore, read[i].digitScore, 1e-6);
    }
}

TEST_P(InsideOf, LayersSayHowTheirNumbersLie)
{
    const auto& layers = m_inside->layers();
    const Activations found = m_inside->activations(ringGlyph()).value();
    ASSERT_EQ(found.layers.size(), layers.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        EXPECT_EQ(found.layers[i].values.size(), layers[i].size());
        EXPECT_EQ(found.layers[i].sums.size(), layers[i].size());
        for (std::size_t j = 0; j < layers[i].size(); ++j) {
            const float sum = found.layers[i].sums[j];
            ASSERT_EQ(found.layers[i].values[j], layers[i].isRectified ? std::max(0.0F, sum) : sum);
        }
        EXPECT_EQ(layers[i].inputs, i == 0 ? 0 : layers[i - 1].units);
    }
    EXPECT_EQ(found.layers[0].values[14 + 28 * 6], ringGlyph().at(14, 6) / 255.0F);
}

// Every unit of the last layers, and of the feature maps one at a corner, where it looks beyond the
// edge, and one inside.
TEST_P(InsideOf, SumsWrittenOutAreTheNetworksOwn)
{
    const auto& layers = m_inside->layers();
    const Activations found = m_inside->activations(ringGlyph()).value();
    for (std::size_t i = 1; i < layers.size(); ++i) {
        for (int index = 0; index < layers[i].units; index += 5) {
            const auto unit = m_inside->unit(i, static_cast<std::size_t>(index));
            ASSERT_TRUE(unit.has_value()) << unit.error().detail;
            for (const int place : {0, layers[i].rows / 2}) {
                const WrittenSum written =
                    writtenOut(layers, *unit, found, i, place, layers[i].columns / 3);
                const int at =
                    (index * layers[i].rows + place) * layers[i].columns + layers[i].columns / 3;
                EXPECT_NEAR(written.sum, found.layers[i].sums[static_cast<std::size_t>(at)], 1e-5);
                EXPECT_NEAR(
                    written.value, found.layers[i].values[static_cast<std::size_t>(at)], 1e-5);
            }
        }
    }
}

TEST_P(InsideOf, GivesALayerForManyGlyphs)
{
    const std::vector<Glyph> glyphs = syntheticDigits(130, 7).glyphs; // more than one chunk
    for (std::size_t layer = 0; layer < m_inside->layers().size(); ++layer) {
        const std::size_t size = m_inside->layers()[layer].size();
        const std::vector<float> values = m_inside->values(glyphs, layer).value();
        ASSERT_EQ(values.size(), glyphs.size() * size);
        for (const std::size_t glyph : {0, 127, 128, 129}) {
            const auto alone = m_inside->activations(glyphs[glyph]).value().layers[layer].values;
            for (std::size_t i = 0; i < size; i += 7) {
                ASSERT_NEAR(values[glyph * size + i], alone[i], 1e-5) << layer << ' ' << glyph;
            }
        }
    }
}

TEST_P(InsideOf, SharesAndConstantAddUpToTheLogit)
{
    const Glyph glyph = syntheticDigits(1, 3).glyphs[0];
    const Activations found = m_inside->activations(glyph).value();
    for (int digit = 0; digit < m_inside->layers().back().units; ++digit) {
        const Shares shares = m_inside->shares(glyph, {.digit = digit}).value();
        EXPECT_NEAR(shares.output, found.logits()[static_cast<std::size_t>(digit)], 1e-5);
        EXPECT_NEAR(sumOf(shares), shares.output, 1e-4);
    }
}

TEST_P(InsideOf, SharesOfADifferenceAreTheDifferenceOfShares)
{
    const Glyph glyph = syntheticDigits(1, 3).glyphs[0];
    const Shares seven = m_inside->shares(glyph, {.digit = 7}).value();
    const Shares one = m_inside->shares(glyph, {.digit = 1}).value();
    const Shares both = m_inside->shares(glyph, {.digit = 7, .against = 1}).value();
    EXPECT_NEAR(both.output, seven.output - one.output, 1e-5);
    EXPECT_NEAR(both.constant, seven.constant - one.constant, 1e-5);
    for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
        ASSERT_NEAR(both.pixels[i], seven.pixels[i] - one.pixels[i], 1e-5);
    }
}

TEST_P(InsideOf, PaperHasNoShare)
{
    const Shares blank = m_inside->shares(Glyph{}, {.digit = 4}).value();
    EXPECT_NEAR(blank.constant, blank.output, 1e-4);
    const Glyph glyph = ringGlyph();
    const Shares shares = m_inside->shares(glyph, {.digit = 4}).value();
    for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
        EXPECT_EQ(blank.pixels[i], 0);
        EXPECT_TRUE(glyph.pixels[i] != 0 || shares.pixels[i] == 0) << i;
    }
}

TEST_P(InsideOf, SharesAreInkTimesWhatInkAdds)
{
    const Glyph glyph = ringGlyph();
    const Question question{.digit = 4, .against = 9};
    for (const Shares& shares :
         {m_inside->shares(glyph, question).value(),
          m_inside->integratedGradients(glyph, question).value()}) {
        for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
            EXPECT_NEAR(shares.pixels[i], shares.perInk[i] * glyph.pixels[i] / 255, 1e-6) << i;
        }
    }
    // A little more ink on paper adds as much as foretold.
    const Shares shares = m_inside->shares(glyph, question).value();
    Glyph more = glyph;
    more.set(14, 14, 1);
    const double added = m_inside->shares(more, question).value().output - shares.output;
    EXPECT_NEAR(added * 255, shares.perInk[14 * 28 + 14], 0.1);
}

TEST_P(InsideOf, IntegratedGradientsAddUp)
{
    const Glyph glyph = ringGlyph();
    const Activations blank = m_inside->activations(Glyph{}).value();
    const Activations found = m_inside->activations(glyph).value();
    for (int digit = 0; digit < m_inside->layers().back().units; ++digit) {
        const auto output = static_cast<std::size_t>(digit);
        const Shares shares = m_inside->integratedGradients(glyph, {.digit = digit}).value();
        EXPECT_NEAR(shares.constant, blank.logits()[output], 1e-5);
        EXPECT_NEAR(shares.output, found.logits()[output], 1e-5);
        const double whole = std::abs(shares.output - shares.constant);
        EXPECT_NEAR(sumOf(shares), shares.output, std::max(0.01 * whole, 0.001));
        EXPECT_EQ(shares.pixels[0], 0);
    }
}

// The definition, from the shares of glyphs on the way, which are ink times derivative: of a glyph
// of one grey, whose way can be walked in whole steps of it.
TEST_P(InsideOf, IntegratedGradientsAreTheMeanOnTheWay)
{
    const auto square = [](std::uint8_t grey) {
        Glyph glyph;
        for (int i = 0; i < 64; ++i) {
            glyph.set(10 + i % 8, 10 + i / 8, grey);
        }
        return glyph;
    };
    const Question question{.digit = 2, .against = 5};
    std::array<double, Glyph::kPixels> expected{};
    for (int grey = 1; grey < 240; grey += 2) { // the middles of 120 steps
        const Shares shares =
            m_inside->shares(square(static_cast<std::uint8_t>(grey)), question).value();
        for (std::size_t i = 0; i < expected.size(); ++i) {
            expected[i] += shares.pixels[i] * 240 / grey / 120;
        }
    }
    const auto found = m_inside->integratedGradients(square(240), question).value().pixels;
    double squares = 0;
    double offSquares = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        squares += found[i] * found[i];
        offSquares += (found[i] - expected[i]) * (found[i] - expected[i]);
    }
    EXPECT_GT(squares, 0);
    EXPECT_LT(std::sqrt(offSquares / squares), 0.1); // of two walks with steps of different length
}

TEST_P(InsideOf, OcclusionIsWhatACoveredSquareCosts)
{
    const Glyph glyph = ringGlyph();
    const auto falls = m_inside->occlusion(glyph, {.digit = 3, .against = 8}, 3).value();
    Glyph without = glyph;
    for (int y = 5; y <= 7; ++y) {
        for (int x = 13; x <= 15; ++x) {
            without.set(x, y, 0);
        }
    }
    const Activations whole = m_inside->activations(glyph).value();
    const Activations rest = m_inside->activations(without).value();
    const double expected =
        whole.logits()[3] - whole.logits()[8] - (rest.logits()[3] - rest.logits()[8]);
    EXPECT_NE(expected, 0);
    EXPECT_NEAR(falls[6 * 28 + 14], expected, 1e-5);
    EXPECT_EQ(falls[0], 0);
    EXPECT_EQ(falls[14 * 28 + 14], 0); // the ring's middle
}

TEST_P(InsideOf, RefusesWhatIsOutOfRange)
{
    const auto outputs = m_inside->layers().back().units;
    const auto code = [](const auto& result) { return result.error().code; };
    EXPECT_EQ(code(m_inside->shares({}, {.digit = outputs})), ErrorCode::InvalidOptions);
    EXPECT_EQ(code(m_inside->shares({}, {.digit = -1})), ErrorCode::InvalidOptions);
    EXPECT_EQ(code(m_inside->shares({}, {.digit = 0, .against = -2})), ErrorCode::InvalidOptions);
    EXPECT_EQ(code(m_inside->integratedGradients({}, {.digit = 11})), ErrorCode::InvalidOptions);
    EXPECT_EQ(code(m_inside->occlusion({}, {.digit = 11})), ErrorCode::InvalidOptions);
    EXPECT_EQ(code(m_inside->occlusion({}, {}, 4)), ErrorCode::InvalidOptions);
    EXPECT_EQ(code(m_inside->occlusion({}, {}, 29)), ErrorCode::InvalidOptions);
    EXPECT_EQ(code(m_inside->unit(0, 0)), ErrorCode::InvalidOptions);
    EXPECT_EQ(code(m_inside->unit(9, 0)), ErrorCode::InvalidOptions);
    EXPECT_EQ(code(m_inside->unit(1, 500)), ErrorCode::InvalidOptions);
    EXPECT_EQ(code(m_inside->values({}, 9)), ErrorCode::InvalidOptions);
}

// What a class is told, of the networks that it has: for 1,000 digits that they have not learnt
// from, of the digit they are read as.
TEST_P(InsideOf, SharesAddUpForAThousandTestDigits)
{
    const std::vector<Glyph> glyphs = testDigits(1000);
    if (glyphs.empty()) {
        GTEST_SKIP() << "no MNIST in " << tests::dataDir();
    }
    const auto inside = opened(carried(GetParam()));
    double worst = 0;
    for (const Glyph& glyph : glyphs) {
        const Activations found = inside->activations(glyph).value();
        const int digit = found.prediction.digit();
        const Shares shares = inside->shares(glyph, {.digit = digit}).value();
        const double logit = found.logits()[static_cast<std::size_t>(digit)];
        worst = std::max(worst, std::abs(sumOf(shares) - logit));
    }
    EXPECT_LT(worst, 1e-4);
    RecordProperty("worst", std::to_string(worst));
}

TEST_P(InsideOf, IntegratedGradientsAddUpForTestDigits)
{
    const std::vector<Glyph> glyphs = testDigits(GetParam() == kSimpleNn ? 1000 : 25);
    if (glyphs.empty()) {
        GTEST_SKIP() << "no MNIST in " << tests::dataDir();
    }
    const auto inside = opened(carried(GetParam()));
    double worst = 0;
    for (const Glyph& glyph : glyphs) {
        const int digit = inside->activations(glyph).value().prediction.digit();
        const Shares shares = inside->integratedGradients(glyph, {.digit = digit}).value();
        const double whole = shares.output - shares.constant;
        worst = std::max(worst, std::abs((sumOf(shares) - shares.output) / whole));
    }
    EXPECT_LT(worst, 0.01);
    RecordProperty("worst", std::to_string(worst));
}

// Found by the search, told by the network: with all touches it reads the other digit, without any
// one of them it does not.
TEST_P(InsideOf, ChangesItsMindWithNoTouchToSpare)
{
    const auto model = load(carried(GetParam()));
    const auto inside = makeEngine()->lookInside(*model).value();
    for (const int side : {1, 3}) {
        const Glyph glyph = syntheticDigits(1, 3).glyphs[0];
        const auto change = changeOfMind(*inside, glyph, {.side = side}).value();
        ASSERT_TRUE(change.has_value());
        const Prediction after = model->read({&change->glyph, 1}).value()[0];
        EXPECT_EQ(after.digit(), change->digit);
        EXPECT_TRUE(after.accepted());
        EXPECT_NE(model->read({&glyph, 1}).value()[0].digit(), change->digit);
        for (std::size_t without = 0; without < change->touches.size(); ++without) {
            const Glyph less = touched(glyph, change->touches, side, without);
            const Activations read = inside->activations(less).value();
            const auto greatest = std::ranges::max_element(read.logits()) - read.logits().begin();
            EXPECT_NE(greatest, change->digit);
        }
        EXPECT_EQ(touched(glyph, change->touches, side, 100), change->glyph);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Networks, InsideOf, testing::Values(kSimpleNn, kConvNet),
    [](const auto& tested) { return tested.param == kSimpleNn ? "SimpleNn" : "ConvNet"; });

TEST(Inside, NamesTheLayersOfSimpleNn)
{
    const auto inside = opened(writeNetwork(formulaNetwork(kSimpleNn)));
    const std::vector<Layer> expected{
        {.name = "pixels", .units = 1, .rows = 28, .columns = 28, .isRectified = false},
        {.name = "fc1", .units = 128, .rows = 1, .columns = 1, .inputs = 1, .kernel = 28},
        {.name = "fc2",
         .units = 10,
         .rows = 1,
         .columns = 1,
         .inputs = 128,
         .kernel = 1,
         .isRectified = false}};
    EXPECT_EQ(inside->layers(), expected);
}

TEST(Inside, NamesTheMapsOfConvNet)
{
    const auto inside = opened(writeNetwork(formulaNetwork(kConvNet)));
    std::vector<std::string> names;
    std::vector<std::size_t> sizes;
    for (const Layer& layer : inside->layers()) {
        names.push_back(layer.name);
        sizes.push_back(layer.size());
    }
    EXPECT_EQ(
        names, (std::vector<std::string>{
                   "pixels", "convs.0", "convs.1", "convs.2", "convs.3", "convs.4", "fc"}));
    EXPECT_EQ(
        sizes, (std::vector<std::size_t>{
                   784, 32 * 14 * 14, 64 * 14 * 14, 96 * 7 * 7, 96 * 7 * 7, 128 * 3 * 3, 11}));
}
