// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/photographed.h"

#include "core/data/synthetic.h"
#include "core/ink/render.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <random>
#include <stop_token>
#include <vector>

namespace digitpad {
namespace {

std::vector<InkSample> samples()
{
    std::mt19937_64 random(3);
    std::vector<InkSample> samples;
    for (int digit = 0; digit < 10; ++digit) {
        samples.push_back(
            {.line = 0, .label = digit, .writer = {}, .ink = drawDigit(digit, random)});
    }
    return samples;
}

/// The cosine of the angle between two glyphs.
double likeness(const Glyph& a, const Glyph& b)
{
    double both = 0;
    double first = 0;
    double second = 0;
    for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
        both += double(a.pixels[i]) * b.pixels[i];
        first += double(a.pixels[i]) * a.pixels[i];
        second += double(b.pixels[i]) * b.pixels[i];
    }
    return both / std::sqrt(first * second);
}

} // namespace

TEST(PhotographedDigits, LookLikeWhatWasDrawn)
{
    const std::vector<InkSample> drawn = samples();
    const Dataset data = photographedDigits(drawn, 20, 1);
    ASSERT_EQ(data.glyphs.size(), data.labels.size());
    EXPECT_GT(data.size(), 14U);
    EXPECT_LE(data.size(), 20U);
    for (std::size_t i = 0; i < data.size(); ++i) {
        const Glyph ideal = renderInk(drawn[data.labels[i]].ink);
        EXPECT_GT(likeness(data.glyphs[i], ideal), 0.5) << i;
        EXPECT_NE(data.glyphs[i], ideal) << i;
    }
}

TEST(PhotographedDigits, AreTheSameForTheSameSeed)
{
    const Dataset data = photographedDigits(samples(), 4, 5);
    const Dataset again = photographedDigits(samples(), 4, 5);
    EXPECT_EQ(data.glyphs, again.glyphs);
    EXPECT_EQ(data.labels, again.labels);
    EXPECT_NE(data.glyphs, photographedDigits(samples(), 4, 6).glyphs);
}

TEST(PhotographedDigits, AreOfLabelledInkOnly)
{
    std::vector<InkSample> drawn = samples();
    for (InkSample& sample : drawn) {
        if (sample.label != 4) {
            sample.label.reset();
        }
    }
    const Dataset data = photographedDigits(drawn, 6, 1);
    EXPECT_FALSE(data.empty());
    EXPECT_EQ(data.labels, std::vector<std::uint8_t>(data.size(), 4));
    drawn[4].label.reset();
    EXPECT_TRUE(photographedDigits(drawn, 6, 1).empty());
    EXPECT_TRUE(photographedDigits({}, 6, 1).empty());
    EXPECT_TRUE(photographedDigits(samples(), 0, 1).empty());
}

TEST(PhotographedDigits, StopsWhenAskedTo)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(photographedDigits(samples(), 1'000'000, 7, stop.get_token()).empty());
}

} // namespace digitpad
