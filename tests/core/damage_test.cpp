// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/damage.h"

#include "core/data/synthetic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <string>

using namespace digitpad;

namespace {

const std::vector<Glyph>& glyphs()
{
    static const Dataset kDigits = syntheticDigits(100, 5);
    return kDigits.glyphs;
}

Damages only(Damage damage, double amount)
{
    Damages damages;
    damages[damage] = amount;
    return damages;
}

Glyph after(const Glyph& glyph, Damage damage, double amount, std::uint64_t seed = 1)
{
    return damaged(glyph, only(damage, amount), seed);
}

/// The mean over all glyphs of how far a pixel is from where it was.
double change(Damage damage, double amount)
{
    double sum = 0;
    for (const Glyph& glyph : glyphs()) {
        const Glyph changed = after(glyph, damage, amount);
        for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
            sum += std::abs(glyph.pixels[i] - changed.pixels[i]);
        }
    }
    return sum / static_cast<double>(glyphs().size() * Glyph::kPixels);
}

/// Column and row of the centre of mass.
std::array<double, 2> centre(const Glyph& glyph)
{
    double mass = 0;
    double x = 0;
    double y = 0;
    for (int row = 0; row < Glyph::kSide; ++row) {
        for (int column = 0; column < Glyph::kSide; ++column) {
            mass += glyph.at(column, row);
            x += column * glyph.at(column, row);
            y += row * glyph.at(column, row);
        }
    }
    return {x / mass, y / mass};
}

/// A thick bar from the middle to the right edge.
Glyph handAtThree()
{
    Glyph glyph;
    for (int y = 12; y <= 15; ++y) {
        for (int x = 14; x <= 24; ++x) {
            glyph.set(x, y, 255);
        }
    }
    return glyph;
}

class DamageTest : public testing::TestWithParam<Damage> {};

} // namespace

TEST_P(DamageTest, NoneChangesNothing)
{
    for (const Glyph& glyph : glyphs()) {
        EXPECT_EQ(after(glyph, GetParam(), 0), glyph);
    }
}

TEST_P(DamageTest, SameSeedSameGlyph)
{
    const DamageRange range = rangeOf(GetParam());
    for (std::size_t i = 0; i < 20; ++i) {
        EXPECT_EQ(
            after(glyphs()[i], GetParam(), range.most, i),
            after(glyphs()[i], GetParam(), range.most, i));
    }
}

TEST_P(DamageTest, OtherSeedOtherPlaces)
{
    const bool isDrawn = GetParam() >= Damage::Gaps;
    const double most = rangeOf(GetParam()).most;
    EXPECT_EQ(
        after(glyphs()[3], GetParam(), most, 1) != after(glyphs()[3], GetParam(), most, 2),
        isDrawn);
}

TEST_P(DamageTest, MoreOfItChangesMore)
{
    const DamageRange range = rangeOf(GetParam());
    double last = 0;
    for (const double part : {0.1, 0.4, 1.0}) {
        const double now = change(GetParam(), part * range.most);
        EXPECT_GT(now, last);
        last = now;
    }
    EXPECT_GT(last, 5); // grey levels: it is seen
}

TEST_P(DamageTest, FollowsASliderWithoutAJump)
{
    const DamageRange range = rangeOf(GetParam());
    const double step = (range.most - range.least) / 200;
    for (double amount = range.least; amount < range.most; amount += step) {
        const Glyph here = after(glyphs()[8], GetParam(), amount);
        const Glyph there = after(glyphs()[8], GetParam(), amount + step);
        double sum = 0;
        for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
            sum += std::abs(here.pixels[i] - there.pixels[i]);
        }
        EXPECT_LT(sum / Glyph::kPixels, 4) << amount;
    }
}

TEST_P(DamageTest, BeyondItsRangeIsTheEndOfIt)
{
    const DamageRange range = rangeOf(GetParam());
    const Glyph& glyph = glyphs()[4];
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_LE(range.least, 0);
    EXPECT_GT(range.most, 0);
    EXPECT_EQ(after(glyph, GetParam(), infinity), after(glyph, GetParam(), range.most));
    EXPECT_EQ(after(glyph, GetParam(), -1e300), after(glyph, GetParam(), range.least));
    EXPECT_EQ(after(glyph, GetParam(), std::numeric_limits<double>::quiet_NaN()), glyph);
}

TEST_P(DamageTest, BlankGlyphIsNoMatter)
{
    EXPECT_EQ(
        after(Glyph{}, GetParam(), rangeOf(GetParam()).most).isBlank(),
        GetParam() < Damage::Stains);
}

INSTANTIATE_TEST_SUITE_P(All, DamageTest, testing::ValuesIn(kDamages), [](const auto& tested) {
    std::string name(nameOf(tested.param));
    std::erase(name, '-');
    return name;
});

TEST(Damage, NamesAreDifferent)
{
    std::set<std::string_view> names;
    for (const Damage damage : kDamages) {
        names.insert(nameOf(damage));
    }
    EXPECT_EQ(names.size(), kDamages.size());
}

TEST(Damage, TurnsClockwise)
{
    const auto [x, y] = centre(after(handAtThree(), Damage::Rotation, 90));
    EXPECT_NEAR(x, 13.5, 0.1);
    EXPECT_NEAR(y, 19, 0.1); // down
}

TEST(Damage, ShiftsByPixelsToTheRight)
{
    const auto before = centre(glyphs()[1]);
    const auto now = centre(after(glyphs()[1], Damage::Shift, 2.5));
    EXPECT_NEAR(now[0] - before[0], 2.5, 0.05);
    EXPECT_NEAR(now[1], before[1], 0.05);
}

TEST(Damage, WidensAndThinsThePen)
{
    const auto ink = [](const Glyph& glyph) {
        return std::ranges::count_if(glyph.pixels, [](std::uint8_t value) { return value > 127; });
    };
    const Glyph bar = handAtThree(); // 11 by 4
    EXPECT_EQ(ink(bar), 44);
    EXPECT_EQ(ink(after(bar, Damage::PenWidth, 1)), 44 + 2 * (11 + 4));
    EXPECT_EQ(ink(after(bar, Damage::PenWidth, -1)), 9 * 2);
}

TEST(Damage, GapsTakeAndStainsAndShadowsAdd)
{
    for (const Glyph& glyph : glyphs()) {
        const Glyph gaps = after(glyph, Damage::Gaps, 3);
        const Glyph stains = after(glyph, Damage::Stains, 3);
        const Glyph shadow = after(glyph, Damage::Shadow, 0.7);
        for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
            ASSERT_LE(gaps.pixels[i], glyph.pixels[i]);
            ASSERT_GE(stains.pixels[i], glyph.pixels[i]);
            ASSERT_GE(shadow.pixels[i], glyph.pixels[i]);
        }
    }
}

TEST(Damage, OneLeavesTheOthersWhereTheyAre)
{
    Damages both = only(Damage::Noise, 0.2);
    both[Damage::Stains] = 2;
    const Glyph noise = after(Glyph{}, Damage::Noise, 0.2);
    const Glyph stains = after(Glyph{}, Damage::Stains, 2);
    const Glyph mixed = damaged(Glyph{}, both, 1);
    for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
        if (stains.pixels[i] == 0) {
            EXPECT_EQ(mixed.pixels[i], noise.pixels[i]);
        }
    }
}
