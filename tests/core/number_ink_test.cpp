// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/number_ink.h"

#include "tests/core/template_model.h"

#include <gtest/gtest.h>

#include <set>

using namespace digitpad;
using tests::plainDigit;

namespace {

std::vector<InkSample> tenDigits()
{
    std::vector<InkSample> samples;
    for (int digit = 0; digit < 10; ++digit) {
        samples.push_back({.line = 0, .label = digit, .writer = {}, .ink = plainDigit(digit)});
    }
    return samples;
}

/// From the first stroke of a digit to before the next one's.
Ink digitOf(const NumberInk& number, std::size_t digit)
{
    const std::size_t end =
        digit + 1 < number.firstStrokes.size() ? number.firstStrokes[digit + 1] : number.ink.size();
    return {
        number.ink.begin() + static_cast<std::ptrdiff_t>(number.firstStrokes[digit]),
        number.ink.begin() + static_cast<std::ptrdiff_t>(end)};
}

} // namespace

TEST(ComposeNumber, KeepsTheDigitsInTheirOrder)
{
    const auto samples = tenDigits();
    std::mt19937_64 random(3);
    std::set<std::size_t> lengths;
    for (int i = 0; i < 100; ++i) {
        const NumberInk number = composeNumber(samples, random);
        lengths.insert(number.text.size());
        ASSERT_EQ(number.firstStrokes.size(), number.text.size());
        for (std::size_t digit = 0; digit < number.text.size(); ++digit) {
            const Ink& sample = samples[static_cast<std::size_t>(number.text[digit] - '0')].ink;
            const Ink ink = digitOf(number, digit);
            ASSERT_EQ(ink.size(), sample.size());
            for (std::size_t stroke = 0; stroke < ink.size(); ++stroke) {
                ASSERT_EQ(ink[stroke].size(), sample[stroke].size());
            }
        }
    }
    EXPECT_EQ(lengths, (std::set<std::size_t>{2, 3, 4, 5, 6}));
}

TEST(ComposeNumber, SetsTheDigitsApartUnlessTheyTouch)
{
    const auto gaps = [](double touching) {
        std::mt19937_64 random(4);
        const NumberInkOptions options{.leastDigits = 2, .mostDigits = 2, .touching = touching};
        double least = 1e9;
        double greatest = -1e9;
        for (int i = 0; i < 200; ++i) {
            const NumberInk number = composeNumber(tenDigits(), random, options);
            double right = -1e9;
            double left = 1e9;
            for (const Stroke& stroke : digitOf(number, 0)) {
                for (const Point& point : stroke) {
                    right = std::max(right, point.x);
                }
            }
            for (const Stroke& stroke : digitOf(number, 1)) {
                for (const Point& point : stroke) {
                    left = std::min(left, point.x);
                }
            }
            least = std::min(least, left - right);
            greatest = std::max(greatest, left - right);
        }
        return std::pair(least, greatest);
    };
    EXPECT_GT(gaps(0).first, 0);
    EXPECT_LT(gaps(0).second, 60);
    EXPECT_LE(gaps(1).second, 1);
}

TEST(ComposeNumber, TheSameSeedGivesTheSameNumber)
{
    const auto compose = [](std::uint64_t seed) {
        std::mt19937_64 random(seed);
        return composeNumber(tenDigits(), random).ink;
    };
    EXPECT_EQ(compose(5), compose(5));
    EXPECT_NE(compose(5), compose(6));
}

TEST(ComposeNumber, NothingComesOfNothing)
{
    std::mt19937_64 random(1);
    EXPECT_TRUE(composeNumber({}, random).text.empty());
    const std::vector<InkSample> useless{
        {.line = 1, .label = 3, .writer = {}, .ink = {}},
        {.line = 2, .label = {}, .writer = {}, .ink = plainDigit(3)}};
    EXPECT_TRUE(composeNumber(useless, random).ink.empty());
}
