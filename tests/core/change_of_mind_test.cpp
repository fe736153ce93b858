// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/change_of_mind.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace digitpad;

namespace {

/// One layer from the pixels to ten outputs: its derivatives are its weights, and the smallest
/// change can be told without a search.
class LinearInside : public Inside {
public:
    LinearInside()
    {
        m_weights.resize(10);
        // 0 by itself; 1 by ink at the top left, the more the farther right; 2 by ink in the
        // middle.
        m_biases[0] = 10;
        for (std::size_t x = 0; x < 8; ++x) {
            m_weights[1][x] = static_cast<double>(x);
        }
        m_weights[2][14 * 28 + 14] = 6;
        m_weights[2][14 * 28 + 15] = 6;
        // 3 where there is no ink in the last row.
        m_biases[3] = 9;
        m_weights[3][27 * 28] = -1;
    }

    const std::vector<Layer>& layers() const override { return m_layers; }
    Result<Unit> unit(std::size_t /*layer*/, std::size_t /*unit*/) const override { return Unit{}; }

    Result<Activations> activations(const Glyph& glyph) const override
    {
        const auto outputs = outputsOf(glyph);
        return Activations{
            .layers = {{}, {.sums = outputs, .values = outputs}},
            .prediction = predictionOf(outputs, glyph)};
    }

    Result<std::vector<float>>
    values(std::span<const Glyph> glyphs, std::size_t /*layer*/) const override
    {
        if (m_fails) {
            return std::unexpected(Error{ErrorCode::OutOfMemory, "none left", {}});
        }
        std::vector<float> values;
        for (const Glyph& glyph : glyphs) {
            const auto outputs = outputsOf(glyph);
            values.insert(values.end(), outputs.begin(), outputs.end());
        }
        return values;
    }

    Result<Shares> shares(const Glyph& /*glyph*/, const Question& question) const override
    {
        Shares shares;
        for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
            shares.perInk[i] = m_weights[static_cast<std::size_t>(question.digit)][i] -
                               m_weights[static_cast<std::size_t>(question.against)][i];
        }
        return shares;
    }

    Result<Shares> integratedGradients(const Glyph& glyph, const Question& question) const override
    {
        return shares(glyph, question);
    }
    Result<std::array<double, Glyph::kPixels>>
    occlusion(const Glyph& /*glyph*/, const Question& /*question*/, int /*side*/) const override
    {
        return {};
    }

    void fail() { m_fails = true; }

private:
    std::vector<float> outputsOf(const Glyph& glyph) const
    {
        std::vector<float> outputs;
        for (std::size_t digit = 0; digit < 10; ++digit) {
            double sum = m_biases[digit];
            for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
                sum += m_weights[digit][i] * glyph.pixels[i] / 255;
            }
            outputs.push_back(static_cast<float>(sum));
        }
        return outputs;
    }

    std::vector<Layer> m_layers{
        {.name = "pixels", .units = 1}, {.name = "outputs", .units = 10, .rows = 1, .columns = 1}};
    std::vector<std::array<double, Glyph::kPixels>> m_weights;
    std::array<double, 10> m_biases{};
    bool m_fails = false;
};

std::optional<ChangeOfMind> change(const Glyph& glyph, const ChangeOptions& options)
{
    auto found = changeOfMind(LinearInside(), glyph, options);
    EXPECT_TRUE(found.has_value()) << found.error().detail;
    return found.value_or(std::nullopt);
}

std::vector<Touch> touchesOf(const std::optional<ChangeOfMind>& change)
{
    return change ? change->touches : std::vector<Touch>{};
}

} // namespace

TEST(ChangeOfMind, AddsThePixelsThatCountMost)
{
    const auto found = change({}, {.digit = 1});
    EXPECT_EQ(touchesOf(found), (std::vector<Touch>{{7, 0, true}, {6, 0, true}}));
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->digit, 1);
    Glyph expected;
    expected.set(7, 0, 255);
    expected.set(6, 0, 255);
    EXPECT_EQ(found->glyph, expected);
}

TEST(ChangeOfMind, RubsOutWhatIsInTheWay)
{
    Glyph glyph;
    for (const int x : {3, 4, 5}) {
        glyph.set(x, 0, 255);
    }
    EXPECT_EQ(touchesOf(change(glyph, {.digit = 0})), (std::vector<Touch>{{5, 0, false}}));
    EXPECT_EQ(change(glyph, {.digit = 0, .mayRubOut = false}), std::nullopt);
}

TEST(ChangeOfMind, TouchesSquares)
{
    const auto found = change({}, {.digit = 2, .side = 3});
    ASSERT_EQ(touchesOf(found).size(), 1);
    const Touch touch = found->touches[0];
    EXPECT_TRUE(touch.adds);
    EXPECT_TRUE(touch.x >= 13 && touch.x <= 14 && touch.y >= 12 && touch.y <= 14);
    EXPECT_EQ(std::ranges::count(found->glyph.pixels, 255), 9);
}

// 2 takes one touch, 1 takes two.
TEST(ChangeOfMind, TakesTheDigitThatIsNearest)
{
    Glyph glyph;
    glyph.set(14, 14, 255);
    const auto found = change(glyph, {});
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->digit, 2);
    EXPECT_EQ(found->touches, (std::vector<Touch>{{15, 14, true}}));
}

TEST(ChangeOfMind, FindsNothingWhereThereIsNothing)
{
    EXPECT_EQ(change({}, {.digit = 0}), std::nullopt); // read so already
    EXPECT_EQ(change({}, {.digit = 3}), std::nullopt);
    EXPECT_EQ(change({}, {.digit = 1, .mostTouches = 1}), std::nullopt);
    EXPECT_EQ(change({}, {.digit = 1, .mayAdd = false}), std::nullopt);
}

TEST(ChangeOfMind, StopsWhenAskedTo)
{
    std::stop_source stop;
    stop.request_stop();
    const auto found = changeOfMind(LinearInside(), {}, {.digit = 1}, stop.get_token());
    EXPECT_EQ(found.value(), std::nullopt);
}

TEST(ChangeOfMind, RefusesWhatIsOutOfRange)
{
    const auto detail = [](const ChangeOptions& options) {
        const auto found = changeOfMind(LinearInside(), {}, options);
        EXPECT_EQ(found.error().code, ErrorCode::InvalidOptions);
        return found.error().detail;
    };
    EXPECT_EQ(detail({.digit = 10}), "digit: 0 to 9, or -1 for any");
    EXPECT_EQ(detail({.mayAdd = false, .mayRubOut = false}), "mayAdd, mayRubOut: one of them");
    EXPECT_EQ(detail({.side = 0}), "side: 1 to 9");
    EXPECT_EQ(detail({.mostTouches = 101}), "mostTouches: 1 to 100");
}

TEST(ChangeOfMind, PassesErrorsOn)
{
    LinearInside inside;
    inside.fail();
    EXPECT_EQ(changeOfMind(inside, {}).error().code, ErrorCode::OutOfMemory);
}
