// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/number.h"

#include "core/picture/digit.h"
#include "core/picture/ink_map.h"
#include "core/picture/place.h"
#include "tests/core/template_model.h"
#include "tests/core/written_picture.h"

#include <gtest/gtest.h>

#include <string_view>

using namespace digitpad;
using tests::Picture;
using tests::plainDigit;
using tests::TemplateModel;
using tests::write;

namespace {

Number read(const Picture& picture, Preparation how = Preparation::Auto)
{
    const TemplateModel model;
    auto number = readNumber(model, picture.view(), how);
    EXPECT_TRUE(number.has_value()) << number.error().detail;
    return number.value_or(Number{});
}

/// Digits 100 pixels high side by side, each `step` from the one before.
Picture row(const std::string& digits, double step)
{
    Picture picture(static_cast<int>(60 + step * static_cast<double>(digits.size()) + 60), 180);
    for (std::size_t i = 0; i < digits.size(); ++i) {
        write(picture, plainDigit(digits[i] - '0', 40 + static_cast<double>(i) * step, 40));
    }
    return picture;
}

/// Is sure of what it is told to like, and gives all else the other score.
class PickyModel : public Model {
public:
    PickyModel(std::string_view network, const Glyph& liked, float otherScore = 0.01F)
        : m_liked(liked), m_otherScore(otherScore)
    {
        m_info.network = network;
    }

    [[nodiscard]] const ModelInfo& info() const override { return m_info; }
    [[nodiscard]] Result<std::vector<Prediction>> read(std::span<const Glyph> glyphs) const override
    {
        std::vector<Prediction> predictions(glyphs.size());
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            predictions[i].probabilities[3] = 1;
            predictions[i].digitScore = glyphs[i] == m_liked ? 0.99F : m_otherScore;
        }
        return predictions;
    }
    [[nodiscard]] Result<std::string> toPth() const override { return std::string(); }

private:
    ModelInfo m_info;
    Glyph m_liked;
    float m_otherScore;
};

} // namespace

TEST(ReadPictureNumber, LooksAgainWhereTheNetworkSeesNoDigit)
{
    Picture picture(300, 300); // a thin pen: both sizes of squares are plausible
    write(picture, plainDigit(3, 100, 100));
    const int ranks = inkOf(picture.view()).ranks;
    ASSERT_GT(ranks, 1);
    for (int rank = 0; rank < ranks; ++rank) {
        const auto digit = findDigit(inkOf(picture.view(), rank));
        ASSERT_TRUE(digit.has_value());
        const auto number = readNumber(PickyModel(kConvNet, placeDigit(*digit)), picture.view());
        ASSERT_TRUE(number.has_value());
        EXPECT_TRUE(number->accepted()) << rank;
        EXPECT_LE(number->inkRank, rank);
        EXPECT_EQ(
            readNumber(PickyModel(kSimpleNn, placeDigit(*digit)), picture.view())->inkRank, 0);
    }
    // The surest wins, even where another would be accepted.
    const auto last = findDigit(inkOf(picture.view(), ranks - 1));
    EXPECT_GT(
        readNumber(PickyModel(kConvNet, placeDigit(*last), 0.8F), picture.view())->digitScore(),
        0.9F);
    // Paper that is seen as ink is no way to see it.
    EXPECT_LT(ranks, 4);
}

TEST(ReadPictureNumber, OneDigitIsThatOfPrepare)
{
    for (int digit = 0; digit < 10; ++digit) {
        const Picture picture = row(std::to_string(digit), 100);
        const Number number = read(picture);
        ASSERT_EQ(number.digitCount(), 1U) << digit;
        EXPECT_EQ(number.text(), std::to_string(digit));
        EXPECT_EQ(number.lines[0][0].glyph, prepare(picture.view()).value());
    }
}

TEST(ReadPictureNumber, ReadsARowFromLeftToRight)
{
    EXPECT_EQ(read(row("2025", 100)).text(), "2025");
    EXPECT_EQ(read(row("31416", 90)).text(), "31416");
}

TEST(ReadPictureNumber, CutsWhatTouches)
{
    double left = 100;
    double right = 0;
    const Ink zero = plainDigit(0);
    for (const Point& point : zero.front()) {
        left = std::min(left, point.x);
        right = std::max(right, point.x);
    }
    EXPECT_EQ(read(row("00", right - left + 5)).text(), "00"); // the pen is 8 wide
}

TEST(ReadPictureNumber, TakesAStemAndMoreForALetterWhereTheyTouch)
{
    double stem = 0;
    double bow = 100;
    for (const Stroke& stroke : plainDigit(1)) {
        for (const Point& point : stroke) {
            stem = std::max(stem, point.x);
        }
    }
    for (const Stroke& stroke : plainDigit(2)) {
        for (const Point& point : stroke) {
            bow = std::min(bow, point.x);
        }
    }
    for (const double gap : {6.0, 30.0}) { // the pen is 8 wide
        Picture picture(260, 180);
        write(picture, plainDigit(1, 40, 40));
        write(picture, plainDigit(2, 40 + stem - bow + gap, 40));
        const Number number = read(picture);
        EXPECT_EQ(number.text(), "12") << gap;
        EXPECT_EQ(number.accepted(), gap > 8) << gap;
    }
}

TEST(ReadPictureNumber, ReadsLinesFromTopToBottom)
{
    Picture picture(400, 400);
    write(picture, plainDigit(3, 40, 40));
    write(picture, plainDigit(0, 150, 45));
    write(picture, plainDigit(7, 60, 220));
    EXPECT_EQ(read(picture).text(), "30\n7");
}

TEST(ReadPictureNumber, SaysWhereEachDigitStands)
{
    const Number number = read(row("38", 120));
    ASSERT_EQ(number.digitCount(), 2U);
    const Area& three = number.lines[0][0].box;
    const Area& eight = number.lines[0][1].box;
    EXPECT_GE(three.left, 35);
    EXPECT_LE(three.right, 145);
    EXPECT_LT(three.right, eight.left);
    EXPECT_GE(three.top, 35);
    EXPECT_LE(eight.bottom, 146);
}

TEST(ReadPictureNumber, LargeDigitsAreToldApartLikeSmallOnes)
{
    Picture picture(2000, 700);
    write(picture, plainDigit(4, 60, 80, 500), 40);
    write(picture, plainDigit(2, 660, 80, 500), 40);
    const Number number = read(picture);
    ASSERT_EQ(number.text(), "42");
    EXPECT_GT(number.lines[0][1].box.left, 640); // in the picture's pixels
    EXPECT_LT(number.lines[0][1].box.right, 1200);
    EXPECT_GT(number.lines[0][1].box.bottom, 550);
}

TEST(ReadPictureNumber, DropsStains)
{
    Picture picture = row("25", 100);
    write(picture, {{{20, 160}, {24, 160}}}, 12);
    EXPECT_EQ(read(picture).text(), "25");
}

TEST(ReadPictureNumber, ReferenceTakesAllForOneDigit)
{
    const Picture picture = row("25", 100);
    const Number number = read(picture, Preparation::Reference);
    ASSERT_EQ(number.digitCount(), 1U);
    EXPECT_EQ(number.lines[0][0].glyph, prepare(picture.view(), Preparation::Reference).value());
}

TEST(ReadPictureNumber, AGlyphIsOneDigit)
{
    const Glyph glyph = renderInk(plainDigit(6));
    Picture picture(28, 28);
    for (int y = 0; y < 28; ++y) {
        for (int x = 0; x < 28; ++x) {
            std::fill_n(picture.at(x, y), 3, glyph.at(x, y));
        }
    }
    const Number number = read(picture);
    ASSERT_EQ(number.digitCount(), 1U);
    EXPECT_EQ(number.lines[0][0].glyph, glyph);
}

TEST(ReadPictureNumber, SaysWhenThereIsNothing)
{
    const TemplateModel model;
    for (const auto& [width, height] :
         {std::pair(1, 1), {1, 300}, {300, 1}, {40, 40}, {300, 200}}) {
        const auto number = readNumber(model, Picture(width, height).view());
        ASSERT_FALSE(number.has_value()) << width << "x" << height;
        EXPECT_EQ(number.error().code, ErrorCode::Blank);
    }
    EXPECT_EQ(readNumber(model, PictureView{}).error().code, ErrorCode::Unsupported);
}

TEST(ReadPictureNumber, NoiseIsNoNumber)
{
    Picture picture(200, 200);
    std::uint32_t state = 1;
    for (int y = 0; y < 200; ++y) {
        for (int x = 0; x < 200; ++x) {
            state = state * 1664525 + 1013904223;
            std::fill_n(picture.at(x, y), 3, static_cast<std::uint8_t>(state >> 24));
        }
    }
    const TemplateModel model;
    const auto number = readNumber(model, picture.view());
    ASSERT_FALSE(number.has_value());
    EXPECT_EQ(number.error().code, ErrorCode::Blank);
}

TEST(ReadPictureNumber, ManyDotsAreBounded)
{
    Picture picture(600, 600);
    for (int y = 20; y < 590; y += 16) {
        for (int x = 20; x < 590; x += 16) {
            write(picture, {{{double(x), double(y)}}}, 6);
        }
    }
    const TemplateModel model;
    static_cast<void>(readNumber(model, picture.view()));
    EXPECT_LE(model.glyphs(), 1U);
}

TEST(ReadPictureNumber, HandsOnTheModelsError)
{
    TemplateModel model;
    const Error error{.code = ErrorCode::OutOfMemory, .detail = "no room", .file = {}};
    model.failWith(error);
    EXPECT_EQ(readNumber(model, row("25", 100).view()).error(), error);
    EXPECT_EQ(readNumber(model, row("2", 100).view(), Preparation::Reference).error(), error);
}
