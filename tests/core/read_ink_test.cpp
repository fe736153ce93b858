// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ink/render.h"
#include "core/number/number.h"
#include "tests/core/template_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <utility>

using namespace digitpad;
using tests::append;
using tests::plainDigit;
using tests::TemplateModel;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kHuge = std::numeric_limits<double>::max();

Number read(const Ink& ink)
{
    const TemplateModel model;
    auto number = readNumber(model, ink);
    EXPECT_TRUE(number.has_value());
    return number.value_or(Number{});
}

/// Digits side by side, each 100 high, `step` from one to the next.
Ink row(const std::string& digits, double step, double top = 0)
{
    Ink ink;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        append(ink, plainDigit(digits[i] - '0', static_cast<double>(i) * step, top));
    }
    return ink;
}

} // namespace

TEST(ReadInkNumber, ReadsOneDigitAsItIsRendered)
{
    for (int digit = 0; digit < 10; ++digit) {
        Ink ink = plainDigit(digit, 1000, -30, 7);
        ink.front().insert(ink.front().begin(), {kNan, 3});
        ink.insert(ink.begin(), Stroke{});
        const Number number = read(ink);
        ASSERT_EQ(number.digitCount(), 1U) << digit;
        EXPECT_EQ(number.text(), std::to_string(digit));
        EXPECT_EQ(number.lines[0][0].glyph, renderInk(ink));
        EXPECT_TRUE(number.accepted());
    }
}

TEST(ReadInkNumber, ReadsARowFromLeftToRight)
{
    EXPECT_EQ(read(row("2025", 110)).text(), "2025");
    EXPECT_EQ(read(row("3141592653", 90)).text(), "3141592653");
}

TEST(ReadInkNumber, DoesNotCareWhatWasDrawnFirst)
{
    Ink ink = row("745", 110);
    std::ranges::reverse(ink);
    EXPECT_EQ(read(ink).text(), "745");
}

TEST(ReadInkNumber, SaysWhereEachDigitStands)
{
    Ink ink = plainDigit(3, 10, 20);
    append(ink, plainDigit(8, 130, 25));
    const Number number = read(ink);
    ASSERT_EQ(number.digitCount(), 2U);
    const Area& three = number.lines[0][0].box;
    const Area& eight = number.lines[0][1].box;
    EXPECT_GE(three.left, 10);
    EXPECT_GE(three.top, 20);
    EXPECT_LE(three.right, 110);
    EXPECT_LE(three.bottom, 120);
    EXPECT_LT(three.right, eight.left);
    EXPECT_GE(eight.top, 25);
    EXPECT_GT(eight.bottom, eight.top + 50);
}

TEST(ReadInkNumber, ReadsLinesFromTopToBottom)
{
    Ink ink = row("52", 110, 150);
    append(ink, row("307", 110));
    const Number number = read(ink);
    EXPECT_EQ(number.text(), "307\n52");
    ASSERT_EQ(number.lines.size(), 2U);
    EXPECT_EQ(number.lines[0].size(), 3U);
}

TEST(ReadInkNumber, AnEightOfTwoRingsIsOneDigit)
{
    Ink rings(2);
    for (int i = 0; i <= 32; ++i) {
        const double angle = 2 * 3.14159265 * i / 32;
        rings[0].push_back({50 + 18 * std::sin(angle), 27 + 22 * std::cos(angle)});
        rings[1].push_back({50 + 21 * std::sin(angle), 73 + 24 * std::cos(angle)});
    }
    const Number number = read(rings);
    EXPECT_EQ(number.text(), "8");
    ASSERT_EQ(number.digitCount(), 1U);
    EXPECT_EQ(number.lines[0][0].glyph, renderInk(rings));
}

TEST(ReadInkNumber, ReadsDigitsThatWereDrawnWithoutLiftingThePen)
{
    Stroke stroke = plainDigit(2).front();
    Stroke second = plainDigit(2, 105).front();
    stroke.insert(stroke.end(), second.begin(), second.end());
    EXPECT_EQ(read({stroke}).text(), "22");
}

TEST(ReadInkNumber, SaysWhichInkIsEachDigits)
{
    Ink ink = row("44", 110); // a 4 has two strokes or more
    std::swap(ink.front(), ink.back());
    const std::size_t strokes = ink.size();
    const Number number = read(ink);
    ASSERT_EQ(number.text(), "44");
    std::vector<std::size_t> seen;
    for (const NumberDigit& digit : number.lines[0]) {
        Ink own;
        for (const InkPart& part : digit.parts) {
            EXPECT_EQ(part.first, 0U);
            EXPECT_EQ(part.end, ink[part.stroke].size());
            own.push_back(ink[part.stroke]);
            seen.push_back(part.stroke);
        }
        EXPECT_EQ(digit.glyph, renderInk(own));
        EXPECT_TRUE(std::ranges::is_sorted(digit.parts, {}, &InkPart::stroke));
    }
    EXPECT_EQ(seen.size(), strokes); // each once
}

TEST(ReadInkNumber, CutsAStrokeThatRunsThroughSeveralDigits)
{
    Stroke stroke = plainDigit(2).front();
    const Stroke second = plainDigit(2, 105).front();
    stroke.insert(stroke.end(), second.begin(), second.end());
    const Number number = read({stroke});
    ASSERT_EQ(number.text(), "22");
    std::size_t end = 0;
    for (const NumberDigit& digit : number.lines[0]) {
        ASSERT_EQ(digit.parts.size(), 1U);
        const auto [which, first, last] = digit.parts[0];
        EXPECT_EQ(first, end); // where the one before ended
        const auto begin = stroke.begin();
        EXPECT_EQ(
            digit.glyph, renderInk({Stroke(
                             begin + static_cast<std::ptrdiff_t>(first),
                             begin + static_cast<std::ptrdiff_t>(last))}));
        end = last;
    }
    EXPECT_EQ(end, stroke.size());
}

TEST(ReadInkNumber, AllIsReadInOneBatch)
{
    const TemplateModel model;
    ASSERT_TRUE(readNumber(model, row("2025", 110)));
    EXPECT_EQ(model.batches(), 1U);
    EXPECT_LT(model.glyphs(), 60U);
}

TEST(ReadInkNumber, NothingHasNoLine)
{
    for (const Ink& ink : {Ink{}, Ink{{}, {}}, Ink{{{kNan, 1}}, {{1, kNan}}}}) {
        const Number number = read(ink);
        EXPECT_TRUE(number.lines.empty());
        EXPECT_EQ(number.text(), "");
        EXPECT_FALSE(number.accepted());
        EXPECT_EQ(number.confidence(), 0);
    }
}

TEST(ReadInkNumber, HandsOnTheModelsError)
{
    TemplateModel model;
    const Error error{.code = ErrorCode::OutOfMemory, .detail = "no room", .file = {}};
    model.failWith(error);
    const auto number = readNumber(model, plainDigit(1));
    ASSERT_FALSE(number.has_value());
    EXPECT_EQ(number.error(), error);
}

TEST(ReadInkNumber, IsDefinedForEveryDrawing)
{
    EXPECT_EQ(read({{{5, 5}}}).digitCount(), 1U);           // a dot
    EXPECT_EQ(read({{{0, 5}, {100, 5}}}).digitCount(), 1U); // a level line
    EXPECT_EQ(read({{{-kHuge, -kHuge}, {kHuge, kHuge}}}).digitCount(), 1U);
    EXPECT_EQ(
        read({{{kHuge, 0}, {kHuge, kHuge}}, {{-kHuge, 0}, {-kHuge, kHuge}}}).digitCount(), 2U);
    EXPECT_GE(read({{{0, 0}}, {{1e-300, 0}}, {{0, 1e-300}}}).digitCount(), 1U);
    EXPECT_GE(read({{{0, 0}}, {{1, 1}}, {{2, 2}}, {{1000, 3}}}).digitCount(), 1U);
}

TEST(ReadInkNumber, ALotOfInkTakesFewReadings)
{
    const TemplateModel model;
    Ink hatching;
    for (int i = 0; i < 1000; ++i) {
        hatching.push_back({{i * 0.1, 0}, {i * 0.1 + 3, 100}});
    }
    ASSERT_TRUE(readNumber(model, hatching));
    EXPECT_LE(model.glyphs(), 6000U);

    hatching.insert(hatching.end(), 9000, Stroke{{1, 1}, {2, 2}});
    const auto number = readNumber(model, hatching);
    ASSERT_TRUE(number);
    EXPECT_EQ(number->digitCount(), 1U); // too many strokes for a number

    Stroke scribble;
    for (int i = 0; i < 100'000; ++i) {
        scribble.push_back({i * 0.01 + 40 * std::sin(i * 0.37), 50 * std::cos(i * 0.11)});
    }
    ASSERT_TRUE(readNumber(model, {scribble}));
}

TEST(ReadInkNumber, TakesAStemAndMoreForALetterWhereTheyTouch)
{
    const auto besides = [](int left, int right, double gap) {
        const auto [leftOf, rightOf] = std::pair(plainDigit(left), plainDigit(right));
        double most = 0;
        double least = 100;
        for (const Stroke& stroke : leftOf) {
            for (const Point& point : stroke) {
                most = std::max(most, point.x);
            }
        }
        for (const Stroke& stroke : rightOf) {
            for (const Point& point : stroke) {
                least = std::min(least, point.x);
            }
        }
        Ink ink = leftOf;
        append(ink, plainDigit(right, most - least + gap));
        return read(ink);
    };
    const Number letter = besides(1, 3, 2); // a B
    EXPECT_EQ(letter.text(), "13");
    EXPECT_FALSE(letter.accepted());
    const Number apart = besides(1, 3, 30);
    EXPECT_EQ(apart.text(), "13");
    EXPECT_TRUE(apart.accepted());
    const Number stemless = besides(8, 0, 2);
    EXPECT_EQ(stemless.text(), "80");
    EXPECT_TRUE(stemless.accepted());
}
