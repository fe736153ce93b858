// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/nondigits.h"

#include "core/ink/render.h"
#include "tests/core/checksum.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <set>
#include <span>
#include <string>

namespace digitpad {
namespace {

class EachKind : public testing::TestWithParam<NonDigitShare> {};

TEST_P(EachKind, DrawsInkThatIsFiniteAndNeverBlank)
{
    std::mt19937_64 random(11);
    std::set<std::array<std::uint8_t, Glyph::kPixels>> different;
    for (int i = 0; i < 500; ++i) {
        const Ink ink = drawNonDigit(GetParam().kind, random);
        ASSERT_FALSE(ink.empty());
        for (const Stroke& stroke : ink) {
            ASSERT_FALSE(stroke.empty());
            for (const auto& [x, y] : stroke) {
                ASSERT_TRUE(std::isfinite(x) && std::isfinite(y));
                ASSERT_LT(std::max(std::abs(x), std::abs(y)), 1'000);
            }
        }
        const Glyph glyph = renderInk(ink);
        ASSERT_FALSE(glyph.isBlank());
        different.insert(glyph.pixels);
    }
    // One dot is like another; nothing else is.
    EXPECT_GE(different.size(), GetParam().kind == NonDigit::Dots ? 250U : 500U);
}

TEST_P(EachKind, IsTheSameForTheSameSeed)
{
    std::mt19937_64 one(5);
    std::mt19937_64 two(5);
    for (int i = 0; i < 50; ++i) {
        EXPECT_EQ(drawNonDigit(GetParam().kind, one), drawNonDigit(GetParam().kind, two));
    }
    EXPECT_EQ(one, two);
}

std::string nameOf(const testing::TestParamInfo<NonDigitShare>& info)
{
    constexpr std::array kNames = {"Letter",   "Letters",       "Symbol",       "Doodle",
                                   "Scribble", "StruckOut",     "Line",         "Smudge",
                                   "Dots",     "SeveralDigits", "DigitAndPart", "PartOfDigit"};
    return kNames.at(static_cast<std::size_t>(info.param.kind));
}

INSTANTIATE_TEST_SUITE_P(DrawNonDigit, EachKind, testing::ValuesIn(kNonDigitShares), nameOf);

TEST(NonDigitShares, NameEachKindOnceAndMakeOne)
{
    double sum = 0;
    std::set<NonDigit> kinds;
    for (const auto& [kind, share] : kNonDigitShares) {
        EXPECT_GT(share, 0);
        EXPECT_TRUE(kinds.insert(kind).second);
        sum += share;
    }
    EXPECT_NEAR(sum, 1, 1e-9);
}

TEST(DrawNonDigit, KeepsToTheShares)
{
    // Of all that is drawn only dots have no stroke of more than two points.
    const auto isDots = [](const Ink& ink) {
        return std::ranges::all_of(ink, [](const Stroke& stroke) { return stroke.size() <= 2; });
    };
    constexpr int kDrawn = 20'000;
    std::mt19937_64 random(3);
    int dots = 0;
    for (int i = 0; i < kDrawn; ++i) {
        dots += isDots(drawNonDigit(random)) ? 1 : 0;
    }
    const auto* const share =
        std::ranges::find(kNonDigitShares, NonDigit::Dots, &NonDigitShare::kind);
    EXPECT_NEAR(static_cast<double>(dots) / kDrawn, share->share, 0.004); // over five deviations
}

TEST(NonDigits, AreLabelledSoAndNeverBlank)
{
    const Dataset data = nonDigits(5'000, 42);
    ASSERT_EQ(data.size(), 5'000U);
    ASSERT_EQ(data.labels.size(), 5'000U);
    EXPECT_TRUE(std::ranges::all_of(data.labels, [](int label) { return label == kNoDigit; }));
    EXPECT_TRUE(std::ranges::none_of(data.glyphs, &Glyph::isBlank));
}

TEST(NonDigits, DifferFromSeedToSeed)
{
    EXPECT_EQ(nonDigits(300, 1).glyphs, nonDigits(300, 1).glyphs);
    EXPECT_NE(nonDigits(300, 1).glyphs, nonDigits(300, 2).glyphs);
}

TEST(NonDigits, BeginTheSameHoweverMany)
{
    const Dataset few = nonDigits(100, 9);
    const Dataset many = nonDigits(300, 9);
    EXPECT_TRUE(std::ranges::equal(few.glyphs, std::span(many.glyphs).first(100)));
    EXPECT_TRUE(nonDigits(0, 9).empty());
}

// As with syntheticDigits: whoever changes what is drawn changes what networks have seen.
TEST(NonDigits, AreTheSameOnEveryMachine)
{
    EXPECT_EQ(checksum(nonDigits(2'000, 42)), 2834377877U);
}

} // namespace
} // namespace digitpad
