// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/synthetic.h"

#include "core/data/digit_shapes.h"
#include "tests/core/checksum.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <set>
#include <vector>

namespace digitpad {
namespace {

TEST(DrawDigit, StaysRoughlyInItsBox)
{
    std::mt19937_64 random(3);
    std::size_t points = 0;
    std::size_t inside = 0;
    for (int i = 0; i < 5'000; ++i) {
        const Ink ink = drawDigit(i % 10, random);
        ASSERT_FALSE(ink.empty());
        for (const Stroke& stroke : ink) {
            ASSERT_GE(stroke.size(), 2U);
            for (const Point& point : stroke) {
                const double away = std::max(std::abs(point.x - 50), std::abs(point.y - 50));
                ASSERT_LT(away, 200);
                ++points;
                inside += away < 70 ? 1 : 0;
            }
        }
    }
    EXPECT_GT(inside, points * 9 / 10);
}

TEST(DrawDigit, KnowsSeveralWaysOfWritingEachDigit)
{
    std::mt19937_64 random(5);
    for (int digit = 0; digit < 10; ++digit) {
        EXPECT_GE(digitShapes(digit).size(), 4U) << digit;
        // Some ways differ in the number of points of their strokes.
        std::set<std::vector<std::size_t>> ways;
        for (int i = 0; i < 300; ++i) {
            std::vector<std::size_t> sizes;
            for (const Stroke& stroke : drawDigit(digit, random)) {
                sizes.push_back(stroke.size());
            }
            ways.insert(sizes);
        }
        EXPECT_GE(ways.size(), 2U) << digit;
    }
}

TEST(SyntheticDigits, AreBalancedAndShuffled)
{
    const Dataset data = syntheticDigits(1'003, 42);
    ASSERT_EQ(data.size(), 1'003U);
    ASSERT_EQ(data.labels.size(), 1'003U);
    std::array<int, 10> counts{};
    for (const std::uint8_t label : data.labels) {
        ++counts.at(label);
    }
    EXPECT_EQ(counts, (std::array{101, 101, 101, 100, 100, 100, 100, 100, 100, 100}));
    EXPECT_FALSE(std::is_sorted(data.labels.begin(), data.labels.begin() + 100));
    EXPECT_TRUE(std::none_of(data.glyphs.begin(), data.glyphs.end(), [](const Glyph& glyph) {
        return glyph.isBlank();
    }));
}

TEST(SyntheticDigits, DifferFromOneAnotherAndFromSeedToSeed)
{
    const Dataset data = syntheticDigits(500, 1);
    std::set<std::array<std::uint8_t, Glyph::kPixels>> different;
    for (const Glyph& glyph : data.glyphs) {
        different.insert(glyph.pixels);
    }
    EXPECT_EQ(different.size(), 500U);
    EXPECT_NE(syntheticDigits(500, 2).glyphs, data.glyphs);
}

// A change of the shapes, the hand or the renderer changes these figures, and with them what every
// model trained on synthetic digits has seen: record it in the changelog together with them.
TEST(SyntheticDigits, AreTheSameOnEveryMachine)
{
    EXPECT_EQ(checksum(syntheticDigits(2'000, 42)), 3428611441U);
}

TEST(SyntheticDigits, TakesNoneAndFew)
{
    EXPECT_TRUE(syntheticDigits(0, 7).empty());
    EXPECT_EQ(syntheticDigits(1, 7).labels, std::vector<std::uint8_t>{0});
}

TEST(SyntheticDigits, StopsWhenAskedTo)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(syntheticDigits(1'000'000, 7, stop.get_token()).empty());
}

} // namespace
} // namespace digitpad
