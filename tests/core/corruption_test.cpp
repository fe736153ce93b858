// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/corruption.h"

#include "core/data/synthetic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <tuple>

using namespace digitpad;

namespace {

const Dataset& digits()
{
    static const Dataset kDigits = syntheticDigits(200, 5);
    return kDigits;
}

double inkOf(const Glyph& glyph)
{
    double sum = 0;
    for (const std::uint8_t pixel : glyph.pixels) {
        sum += pixel;
    }
    return sum;
}

/// The ink's total over all digits after a corruption, relative to before.
double inkAfter(Corruption corruption)
{
    std::mt19937_64 random(3);
    double before = 0;
    double after = 0;
    for (const Glyph& glyph : digits().glyphs) {
        before += inkOf(glyph);
        after += inkOf(corrupted(glyph, corruption, 1, random));
    }
    return after / before;
}

double sameness(const Glyph& a, const Glyph& b)
{
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
        dot += static_cast<double>(a.pixels[i]) * b.pixels[i];
        aa += static_cast<double>(a.pixels[i]) * a.pixels[i];
        bb += static_cast<double>(b.pixels[i]) * b.pixels[i];
    }
    return dot / std::sqrt(aa * bb);
}

} // namespace

TEST(Corruption, HasANameEach)
{
    std::set<std::string_view> names;
    for (const Corruption corruption : kCorruptions) {
        names.insert(nameOf(corruption));
    }
    EXPECT_EQ(names.size(), kCorruptions.size());
    EXPECT_EQ(nameOf(Corruption::Rotation), "rotation");
    EXPECT_EQ(nameOf(Corruption::PenWidth), "pen-width");
    EXPECT_EQ(nameOf(Corruption::Stripe), "stripe");
}

TEST(Corruption, DoesNothingAtStrengthZero)
{
    std::mt19937_64 random(1);
    for (const Corruption corruption : kCorruptions) {
        EXPECT_EQ(corrupted(digits().glyphs[0], corruption, 0, random), digits().glyphs[0]);
    }
}

TEST(Corruption, ChangesNearlyEveryGlyphAtStrengthOne)
{
    for (const Corruption corruption : kCorruptions) {
        std::mt19937_64 random(1);
        const auto changed = std::ranges::count_if(digits().glyphs, [&](const Glyph& glyph) {
            return corrupted(glyph, corruption, 1, random) != glyph;
        });
        EXPECT_GT(changed, 190) << nameOf(corruption);
    }
}

TEST(Corruption, IsTheSameForTheSameRandomState)
{
    for (const Corruption corruption : kCorruptions) {
        std::mt19937_64 one(7);
        std::mt19937_64 two(7);
        EXPECT_EQ(
            corrupted(digits().glyphs[1], corruption, 1, one),
            corrupted(digits().glyphs[1], corruption, 1, two))
            << nameOf(corruption);
    }
}

TEST(Corruption, DefinedForBlankAndForFullGlyphs)
{
    Glyph full;
    full.pixels.fill(255);
    std::mt19937_64 random(2);
    for (const Corruption corruption : kCorruptions) {
        for (int i = 0; i < 100; ++i) {
            std::ignore = corrupted(Glyph{}, corruption, 2, random);
            std::ignore = corrupted(full, corruption, 2, random);
        }
    }
    EXPECT_TRUE(corrupted(Glyph{}, Corruption::Elastic, 1, random).isBlank());
}

TEST(Corruption, KeepsTheInkWhereOnlyTheShapeChanges)
{
    EXPECT_NEAR(inkAfter(Corruption::Rotation), 1, 0.03);
    EXPECT_NEAR(inkAfter(Corruption::Shear), 1, 0.03);
    EXPECT_NEAR(inkAfter(Corruption::Shift), 1, 0.03);
    EXPECT_NEAR(inkAfter(Corruption::Elastic), 1, 0.05);
}

TEST(Corruption, TakesInkAwayOrAddsIt)
{
    EXPECT_LT(inkAfter(Corruption::Gaps), 0.97);
    EXPECT_LT(inkAfter(Corruption::Outline), 1.6);
    for (const Corruption adding :
         {Corruption::Blobs, Corruption::Lines, Corruption::Ground, Corruption::Fog}) {
        EXPECT_GT(inkAfter(adding), 1.02) << nameOf(adding);
    }
}

TEST(Augmentation, LeavesTheGlyphAloneWhenItIsOff)
{
    const Augmentation off;
    EXPECT_FALSE(off.any());
    EXPECT_TRUE(strongAugmentation().any());
    EXPECT_EQ(augmented(digits().glyphs[2], off, 9), digits().glyphs[2]);
}

TEST(Augmentation, GivesTheSameGlyphForTheSameSeedAndOthersForOthers)
{
    const Augmentation strong = strongAugmentation();
    std::set<std::string> different;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const Glyph glyph = augmented(digits().glyphs[3], strong, seed);
        EXPECT_EQ(glyph, augmented(digits().glyphs[3], strong, seed));
        different.emplace(glyph.pixels.begin(), glyph.pixels.end());
    }
    EXPECT_GT(different.size(), 90U);
}

TEST(Augmentation, KeepsMostDigitsLikeThemselves)
{
    const Augmentation strong = strongAugmentation();
    double sum = 0;
    for (std::size_t i = 0; i < digits().size(); ++i) {
        sum += sameness(digits().glyphs[i], augmented(digits().glyphs[i], strong, i));
    }
    EXPECT_GT(sum / static_cast<double>(digits().size()), 0.5);
}

TEST(Augmentation, AppliesAPartAsOftenAsItsShareSays)
{
    Augmentation half;
    half[Corruption::Stripe] = {.share = 0.5, .strength = 1};
    int changed = 0;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        changed += augmented(digits().glyphs[4], half, seed) != digits().glyphs[4] ? 1 : 0;
    }
    EXPECT_NEAR(changed, 500, 60);
}
