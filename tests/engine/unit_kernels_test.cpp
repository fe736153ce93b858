// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/unit_kernels.h"

#include "core/data/synthetic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>
#include <span>
#include <vector>

using namespace digitpad;

namespace {

constexpr std::size_t kExamples = 9;
constexpr float kScale = 0.01F;
constexpr float kPaper = -0.4F;
constexpr AdamFactors kAdam{
    .beta1 = 0.9F, .beta2 = 0.999F, .stepSize = 0.01F, .squareRootScale = 3, .epsilon = 1e-8F};

/// Each of the machine's instruction sets, with a batch and 64 units.
class UnitKernelsTest : public testing::TestWithParam<std::size_t> {
protected:
    UnitKernelsTest()
    {
        draw(m_weights.numbers, -0.05F, 0.05F);
        draw(m_moments.gradient, -0.01F, 0.01F);
        draw(m_moments.gradientSquare, 0, 0.01F);
        deriveSums(m_weights);
        std::ranges::generate(m_dLogits, [this] { return drawn(-0.1F, 0.1F); });
        std::vector<std::int64_t> indices(kExamples);
        std::iota(indices.begin(), indices.end(), 0);
        m_batch.take(
            m_glyphs.data(), indices, kScale, [this](std::size_t, std::span<const Inked> inks) {
                m_inks.emplace_back(inks.begin(), inks.end());
            });
    }

    float drawn(float low, float high)
    {
        return std::uniform_real_distribution(low, high)(m_random);
    }

    void draw(UnitNumbers& numbers, float low, float high)
    {
        const auto drawTile = [&](Tile& tile) {
            std::ranges::generate(tile.units, [&] { return drawn(low, high); });
        };
        std::ranges::for_each(numbers.fromPixel, drawTile);
        drawTile(numbers.bias);
        std::ranges::for_each(numbers.toDigit, drawTile);
    }

    double pixel(std::size_t example, std::size_t at) const
    {
        return kPaper + kScale * m_glyphs[example].pixels[at];
    }

    /// What goes into ReLU.
    double excitation(std::size_t example, std::size_t unit) const
    {
        double sum = m_weights.numbers.bias.units[unit];
        for (std::size_t at = 0; at < Glyph::kPixels; ++at) {
            sum += pixel(example, at) * m_weights.numbers.fromPixel[at].units[unit];
        }
        return sum;
    }

    std::vector<Tile> hidden() const
    {
        std::vector<Tile> answers(kExamples);
        for (std::size_t i = 0; i < kExamples; ++i) {
            m_kernels.computeHidden(m_weights, kPaper, m_inks[i], answers[i]);
        }
        return answers;
    }

    const UnitKernels& m_kernels = unitKernels()[GetParam()];
    std::mt19937 m_random{7};
    std::vector<Glyph> m_glyphs = syntheticDigits(kExamples, 2).glyphs;
    UnitWeights m_weights;
    UnitMoments m_moments;
    InkedBatch m_batch{kExamples};
    std::vector<std::vector<Inked>> m_inks; ///< of each example
    std::array<float, kExamples * kDigits> m_dLogits{};
};

double updated(double weight, double gradient, double mean, double square)
{
    mean = kAdam.beta1 * mean + (1 - kAdam.beta1) * gradient;
    square = kAdam.beta2 * square + (1 - kAdam.beta2) * gradient * gradient;
    return weight -
           kAdam.stepSize * mean / (std::sqrt(square) * kAdam.squareRootScale + kAdam.epsilon);
}

} // namespace

TEST_P(UnitKernelsTest, ListsInkedPixels)
{
    for (const Glyph& glyph : m_glyphs) {
        std::array<Inked, Glyph::kPixels> inks{};
        std::array<std::uint32_t, Glyph::kPixels> counts{};
        counts.fill(5);
        const Inked* end = m_kernels.listInks(glyph, kScale, inks.data());
        m_kernels.countInks(glyph, counts.data());
        const Inked* ink = inks.data();
        for (std::size_t at = 0; at < Glyph::kPixels; ++at) {
            const bool isInked = glyph.pixels[at] != 0;
            EXPECT_EQ(counts[at], isInked ? 6U : 5U);
            if (isInked) {
                ASSERT_NE(ink, end);
                EXPECT_EQ(ink->at, at);
                EXPECT_EQ(ink->amount, kScale * glyph.pixels[at]);
                ++ink;
            }
        }
        EXPECT_EQ(ink, end);
    }
}

TEST_P(UnitKernelsTest, ComputesWhatTheUnitsAnswer)
{
    const std::vector<Tile> answers = hidden();
    for (std::size_t example = 0; example < kExamples; ++example) {
        for (std::size_t unit = 0; unit < kTileUnits; ++unit) {
            EXPECT_NEAR(
                answers[example].units[unit], std::max(0.0, excitation(example, unit)), 1e-5);
        }
    }
}

TEST_P(UnitKernelsTest, LetsNaNThrough)
{
    m_weights.numbers.bias.units[3] = std::nanf("");
    EXPECT_TRUE(std::isnan(hidden()[1].units[3]));
    EXPECT_FALSE(std::isnan(hidden()[1].units[4]));
}

TEST_P(UnitKernelsTest, AddsWhatTheAnswersSayForEachDigit)
{
    const Tile answers = hidden()[2];
    std::array<float, kDigits> logits{};
    logits.fill(0.5F);
    m_kernels.addLogits(m_weights, answers, logits.data());
    for (std::size_t digit = 0; digit < kDigits; ++digit) {
        double sum = 0.5;
        for (std::size_t unit = 0; unit < kTileUnits; ++unit) {
            sum += answers.units[unit] * m_weights.numbers.toDigit[digit].units[unit];
        }
        EXPECT_NEAR(logits[digit], sum, 1e-5);
    }
}

TEST_P(UnitKernelsTest, LearnsByAdamFromTheDerivatives)
{
    const UnitNumbers before = m_weights.numbers;
    const UnitMoments moments = m_moments;
    const std::vector<Tile> answers = hidden();
    std::vector<Tile> used = answers;
    m_kernels.learn(m_weights, m_moments, kPaper, m_batch, m_dLogits.data(), used.data(), kAdam);
    const UnitNumbers& found = m_weights.numbers;
    for (std::size_t unit = 0; unit < kTileUnits; ++unit) {
        const auto expectUpdated = [&](const auto& tileOf, double gradient) {
            EXPECT_NEAR(
                tileOf(found).units[unit],
                updated(
                    tileOf(before).units[unit], gradient, tileOf(moments.gradient).units[unit],
                    tileOf(moments.gradientSquare).units[unit]),
                1e-6);
        };
        std::array<double, kExamples> dHidden{};
        double dBias = 0;
        for (std::size_t example = 0; example < kExamples; ++example) {
            for (std::size_t digit = 0; digit < kDigits; ++digit) {
                dHidden[example] +=
                    answers[example].units[unit] > 0
                        ? m_dLogits[example * kDigits + digit] * before.toDigit[digit].units[unit]
                        : 0;
            }
            dBias += dHidden[example];
        }
        expectUpdated([](const UnitNumbers& of) { return of.bias; }, dBias);
        for (std::size_t digit = 0; digit < kDigits; ++digit) {
            double gradient = 0;
            for (std::size_t example = 0; example < kExamples; ++example) {
                gradient += m_dLogits[example * kDigits + digit] * answers[example].units[unit];
            }
            expectUpdated([&](const UnitNumbers& of) { return of.toDigit[digit]; }, gradient);
        }
        for (std::size_t at = 0; at < Glyph::kPixels; ++at) {
            double gradient = 0;
            for (std::size_t example = 0; example < kExamples; ++example) {
                gradient += dHidden[example] * pixel(example, at);
            }
            expectUpdated([&](const UnitNumbers& of) { return of.fromPixel[at]; }, gradient);
        }
    }
}

/// So that a run that goes on from its numbers computes the same bits.
TEST_P(UnitKernelsTest, LeavesTheSumsThatFollowFromTheWeights)
{
    std::vector<Tile> used = hidden();
    m_kernels.learn(m_weights, m_moments, kPaper, m_batch, m_dLogits.data(), used.data(), kAdam);
    UnitWeights again = m_weights;
    deriveSums(again);
    EXPECT_EQ(again.fromAllPixels.units, m_weights.fromAllPixels.units);
    for (std::size_t unit = 0; unit < kTileUnits; ++unit) {
        EXPECT_EQ(again.toDigits[unit].digits, m_weights.toDigits[unit].digits);
    }
}

INSTANTIATE_TEST_SUITE_P(
    EachInstructionSet, UnitKernelsTest, testing::Range<std::size_t>(0, unitKernels().size()));
