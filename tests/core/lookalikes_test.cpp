// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/lookalikes.h"

#include "core/data/synthetic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using namespace digitpad;

namespace {

Glyph shifted(const Glyph& glyph, int right)
{
    Glyph moved;
    for (int y = 0; y < Glyph::kSide; ++y) {
        for (int x = right; x < Glyph::kSide; ++x) {
            moved.set(x, y, glyph.at(x - right, y));
        }
    }
    return moved;
}

/// Some of its ink a little paler.
Glyph changed(Glyph glyph)
{
    for (std::size_t i = 0; i < Glyph::kPixels; i += 3) {
        glyph.pixels[i] = static_cast<std::uint8_t>(glyph.pixels[i] * 4 / 5);
    }
    return glyph;
}

} // namespace

TEST(Lookalikes, MeasureHowAlikeTwoGlyphsAre)
{
    const Dataset digits = syntheticDigits(2, 1);
    const Glyph& digit = digits.glyphs[0];
    EXPECT_EQ(similarityOf(digit, digit), 1);
    EXPECT_EQ(similarityOf(digit, Glyph{}), 0);
    EXPECT_GT(similarityOf(digit, changed(digit)), 0.98);
    EXPECT_LT(similarityOf(digit, shifted(digit, 6)), 0.8);
    EXPECT_EQ(similarityOf(digit, digits.glyphs[1]), similarityOf(digits.glyphs[1], digit));
}

TEST(Lookalikes, AreAllThatThereAre)
{
    const Dataset data = syntheticDigits(400, 1);
    constexpr double kLeast = 0.9;
    const auto found = findLookalikes(data, kLeast);
    ASSERT_GT(found.size(), 10U); // else it says nothing
    std::set<std::size_t> inPairs;
    for (const Lookalikes& pair : found) {
        EXPECT_LT(pair.first, pair.second);
        EXPECT_GE(pair.similarity, kLeast);
        EXPECT_EQ(pair.similarity, similarityOf(data.glyphs[pair.first], data.glyphs[pair.second]));
        EXPECT_EQ(pair.isDisputed, data.labels[pair.first] != data.labels[pair.second]);
        inPairs.insert({pair.first, pair.second});
    }
    // Every one that has a lookalike is in a pair, and no other.
    for (std::size_t i = 0; i < data.size(); ++i) {
        bool hasOne = false;
        for (std::size_t j = 0; j < data.size(); ++j) {
            hasOne |= i != j && similarityOf(data.glyphs[i], data.glyphs[j]) >= kLeast;
        }
        EXPECT_EQ(inPairs.contains(i), hasOne) << i;
    }
}

TEST(Lookalikes, BeginWithThoseWhoseLabelsDiffer)
{
    Dataset data = syntheticDigits(60, 2);
    data.glyphs.push_back(changed(data.glyphs[3])); // 60
    data.labels.push_back(data.labels[3]);
    data.glyphs.push_back(changed(data.glyphs[5])); // 61
    data.labels.push_back(static_cast<std::uint8_t>((data.labels[5] + 1) % 10));
    data.glyphs.push_back(data.glyphs[7]); // 62
    data.labels.push_back(data.labels[7]);
    const auto found = findLookalikes(data, 0.98);
    ASSERT_GE(found.size(), 3U);
    EXPECT_EQ(found[0].first, 5U);
    EXPECT_EQ(found[0].second, 61U);
    EXPECT_TRUE(found[0].isDisputed);
    EXPECT_EQ(
        found[1], (Lookalikes{.first = 7, .second = 62, .similarity = 1, .isDisputed = false}));
    EXPECT_TRUE(std::ranges::any_of(
        found, [](const Lookalikes& pair) { return pair.first == 3 && pair.second == 60; }));
}

TEST(Lookalikes, AreNotOneForEveryTwoCopies)
{
    Dataset data = syntheticDigits(1, 1);
    data.glyphs.resize(3000, data.glyphs[0]);
    data.labels.resize(3000, data.labels[0]);
    data.labels[1500] = static_cast<std::uint8_t>((data.labels[0] + 1) % 10);
    const auto found = findLookalikes(data);
    EXPECT_LE(found.size(), 2 * data.size());
    EXPECT_TRUE(found.front().isDisputed);
    EXPECT_EQ(found.front().similarity, 1);
    EXPECT_EQ(found, findLookalikes(data));
}

TEST(Lookalikes, AreNoBlankSheets)
{
    EXPECT_TRUE(findLookalikes({}).empty());
    EXPECT_TRUE(
        findLookalikes({.glyphs = std::vector<Glyph>(9), .labels = {0, 1, 2, 3, 4, 5, 6, 7, 8}})
            .empty());
}

TEST(Lookalikes, TellHowFarTheyAreAndStop)
{
    const Dataset data = syntheticDigits(500, 1);
    std::vector<double> told;
    (void)findLookalikes(data, 0.9, [&](double part) { told.push_back(part); });
    EXPECT_TRUE(std::ranges::is_sorted(told));
    for (const double part : told) {
        EXPECT_GT(part, 0);
        EXPECT_LE(part, 1);
    }
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(findLookalikes(data, 0.9, {}, stop.get_token()).empty());
}
