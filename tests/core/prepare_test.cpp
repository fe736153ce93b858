// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/prepare.h"

#include "core/data/life_picture.h"
#include "core/data/mnist.h"
#include "core/data/synthetic.h"
#include "core/ink/render.h"
#include "tests/core/picture.h"
#include "tests/data_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <string>

using namespace digitpad;
using tests::Picture;
using tests::Pixel;

namespace {

constexpr Pixel kWhite{250, 250, 247, 255};
constexpr Pixel kDark{35, 35, 40, 255};

struct Pen {
    double width = 0.12; ///< as a part of the digit's long side
    Pixel colour = kDark;
};

Ink digitOf(int digit, std::uint64_t seed = 3)
{
    std::mt19937_64 random(seed);
    return drawDigit(digit, random);
}

double distanceTo(const Ink& ink, double x, double y)
{
    double nearest = std::numeric_limits<double>::infinity();
    for (const Stroke& stroke : ink) {
        for (std::size_t i = 0; i + 1 < std::max<std::size_t>(stroke.size(), 2); ++i) {
            const Point& a = stroke[i];
            const Point& b = stroke[std::min(i + 1, stroke.size() - 1)];
            const double dx = b.x - a.x;
            const double dy = b.y - a.y;
            const double length = dx * dx + dy * dy;
            const double along =
                length > 0 ? std::clamp(((x - a.x) * dx + (y - a.y) * dy) / length, 0.0, 1.0) : 0;
            nearest = std::min(nearest, std::hypot(x - a.x - along * dx, y - a.y - along * dy));
        }
    }
    return nearest;
}

/// The ink moved and scaled so that its long side is `side` pixels and its middle at (x, y).
Ink placed(Ink ink, double side, double x, double y)
{
    double left = std::numeric_limits<double>::infinity();
    double top = left;
    double right = -left;
    double bottom = -left;
    for (const Stroke& stroke : ink) {
        for (const Point& point : stroke) {
            left = std::min(left, point.x);
            right = std::max(right, point.x);
            top = std::min(top, point.y);
            bottom = std::max(bottom, point.y);
        }
    }
    const double scale = side / std::max(right - left, bottom - top);
    for (Stroke& stroke : ink) {
        for (Point& point : stroke) {
            point.x = (point.x - (left + right) / 2) * scale + x;
            point.y = (point.y - (top + bottom) / 2) * scale + y;
        }
    }
    return ink;
}

/// Writes a digit that takes `part` of the picture's short side around its middle.
void write(Picture& picture, const Ink& digit, const Pen& pen = {}, double part = 0.6)
{
    const double side = part * std::min(picture.width, picture.height);
    const double reach = pen.width * side / 2;
    const Ink ink = placed(digit, side - 2 * reach, picture.width / 2.0, picture.height / 2.0);
    const int from = static_cast<int>(side) / 2 + 2;
    for (int y = std::max(picture.height / 2 - from, 0);
         y < std::min(picture.height / 2 + from, picture.height); ++y) {
        for (int x = std::max(picture.width / 2 - from, 0);
             x < std::min(picture.width / 2 + from, picture.width); ++x) {
            const double inked =
                std::clamp(reach + 0.5 - distanceTo(ink, x + 0.5, y + 0.5), 0.0, 1.0);
            std::uint8_t* pixel = picture.at(x, y);
            for (std::size_t channel = 0; channel < 4; ++channel) {
                pixel[channel] = static_cast<std::uint8_t>(
                    std::lround(std::lerp(pixel[channel], pen.colour[channel], inked)));
            }
        }
    }
}

void light(Picture& picture, const std::function<double(double x, double y)>& brightness)
{
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const double part = brightness(double(x) / picture.width, double(y) / picture.height);
            std::transform(
                picture.at(x, y), picture.at(x, y) + 3, picture.at(x, y),
                [part](std::uint8_t value) { return static_cast<std::uint8_t>(value * part); });
        }
    }
}

/// The same for all channels, as a camera's sensor in low light.
void addNoise(Picture& picture, double deviation)
{
    std::mt19937 random(5);
    std::normal_distribution<double> noise(0, deviation);
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const double added = noise(random);
            std::transform(
                picture.at(x, y), picture.at(x, y) + 3, picture.at(x, y),
                [added](std::uint8_t value) {
                    return static_cast<std::uint8_t>(std::clamp(value + added, 0.0, 255.0));
                });
        }
    }
}

void addSpot(Picture& picture, int x, int y, int radius)
{
    for (int dy = -radius; dy <= radius; ++dy) {
        for (int dx = -radius; dx <= radius; ++dx) {
            if (dx * dx + dy * dy <= radius * radius) {
                std::copy_n(kDark.begin(), 4, picture.at(x + dx, y + dy));
            }
        }
    }
}

/// Pearson's correlation of two glyphs' pixels: 1 where they show the same.
double likeness(const Glyph& a, const Glyph& b)
{
    double sumA = 0;
    double sumB = 0;
    for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
        sumA += a.pixels[i];
        sumB += b.pixels[i];
    }
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
        const double fromA = a.pixels[i] - sumA / Glyph::kPixels;
        const double fromB = b.pixels[i] - sumB / Glyph::kPixels;
        ab += fromA * fromB;
        aa += fromA * fromA;
        bb += fromB * fromB;
    }
    return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

/// The glyph of the same strokes, black on flawless white.
Glyph clean(const Ink& digit, double penWidth = 0.12)
{
    Picture picture(240, 240);
    write(picture, digit, {.width = penWidth, .colour = {0, 0, 0, 255}});
    return prepare(picture.view()).value_or(Glyph{});
}

void expectReads(const Picture& picture, const Glyph& expected, double least)
{
    const Result<Glyph> glyph = prepare(picture.view());
    ASSERT_TRUE(glyph.has_value()) << glyph.error().detail;
    EXPECT_GE(likeness(*glyph, expected), least);
}

Error errorOf(const Result<Glyph>& glyph)
{
    return glyph ? Error{} : glyph.error();
}

class Auto : public testing::TestWithParam<int> {
protected:
    const Ink m_digit = digitOf(GetParam());
    const Glyph m_clean = clean(m_digit);
};

} // namespace

TEST_P(Auto, AgreesWithTheCanvas)
{
    EXPECT_GE(likeness(m_clean, renderInk(m_digit, {.penWidth = 0.12 * 20})), 0.93);
}

TEST_P(Auto, ReadsDarkOnLight)
{
    Picture picture(280, 320, kWhite);
    write(picture, m_digit);
    expectReads(picture, m_clean, 0.97);
}

TEST_P(Auto, ReadsLightOnDark)
{
    Picture picture(320, 280, {20, 25, 30, 255});
    write(picture, m_digit, {.colour = {235, 235, 230, 255}});
    expectReads(picture, m_clean, 0.97);
}

TEST_P(Auto, ReadsWhatIsTransparentAround)
{
    for (const Pixel& colour : {Pixel{0, 0, 0, 255}, {255, 255, 255, 255}, {200, 30, 30, 255}}) {
        Picture picture(300, 300, {0, 0, 0, 0});
        write(picture, m_digit, {.colour = colour});
        expectReads(picture, m_clean, 0.97);
    }
}

TEST_P(Auto, ReadsASheetWithTransparentCorners)
{
    Picture picture(300, 300, kWhite);
    write(picture, m_digit);
    for (int i = 0; i < 12 * 12; ++i) {
        picture.at(i % 12, i / 12)[3] = 0;
        picture.at(299 - i % 12, 299 - i / 12)[3] = 0;
    }
    expectReads(picture, m_clean, 0.96);
}

TEST_P(Auto, ReadsThroughAGradient)
{
    Picture picture(300, 300, kWhite);
    write(picture, m_digit);
    light(picture, [](double x, double y) { return 1 - 0.35 * x - 0.3 * y; });
    addNoise(picture, 4);
    expectReads(picture, m_clean, 0.95);
}

TEST_P(Auto, ReadsThroughVignetting)
{
    Picture picture(400, 300, kWhite);
    write(picture, m_digit);
    light(picture, [](double x, double y) {
        return 1 - 1.1 * ((x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5));
    });
    expectReads(picture, m_clean, 0.95);
}

TEST_P(Auto, ReadsAcrossTheEdgeOfAShadow)
{
    Picture picture(300, 300, kWhite);
    write(picture, m_digit);
    light(picture, [](double x, double y) { return 0.55 + 0.45 / (1 + std::exp(20 * (x - y))); });
    expectReads(picture, m_clean, 0.93);
}

TEST_P(Auto, ReadsThroughNoise)
{
    Picture picture(300, 300, {220, 220, 220, 255});
    write(picture, m_digit);
    addNoise(picture, 25);
    expectReads(picture, m_clean, 0.92);
}

TEST_P(Auto, ReadsColouredPens)
{
    struct Case {
        Pixel pen;
        Pixel paper;
    };
    for (const Case& colours :
         {Case{{220, 40, 40, 255}, kWhite}, Case{{60, 110, 220, 255}, kWhite},
          Case{{250, 230, 60, 255}, kWhite}, Case{{140, 200, 250, 255}, kWhite},
          Case{{240, 240, 240, 255}, {40, 90, 60, 255}},
          Case{{200, 40, 40, 255}, {60, 90, 160, 255}}}) {
        Picture picture(280, 280, colours.paper);
        write(picture, m_digit, {.colour = colours.pen});
        addNoise(picture, 3);
        expectReads(picture, m_clean, 0.95);
    }
}

TEST_P(Auto, DropsSpecks)
{
    Picture picture(300, 300, kWhite);
    write(picture, m_digit);
    for (const auto& [x, y] : {std::pair{12, 14}, {280, 30}, {20, 270}, {285, 285}, {150, 10}}) {
        addSpot(picture, x, y, 4);
    }
    expectReads(picture, m_clean, 0.97);
}

TEST_P(Auto, ReadsASheetOnATable)
{
    Picture picture(500, 500, {50, 45, 40, 255});
    Picture sheet(340, 380, kWhite);
    write(sheet, m_digit);
    for (int y = 0; y < sheet.height; ++y) {
        std::copy_n(sheet.at(0, y), std::ptrdiff_t{4} * sheet.width, picture.at(90, y + 50));
    }
    addNoise(picture, 3);
    expectReads(picture, m_clean, 0.95);
}

TEST_P(Auto, ReadsAcrossATableThatReachesIn)
{
    Picture picture(400, 300, kWhite);
    write(picture, m_digit);
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < 50; ++x) {
            std::copy_n(kDark.begin(), 4, picture.at(x, y));
        }
    }
    expectReads(picture, m_clean, 0.96);
}

TEST_P(Auto, EnlargesTinyPictures)
{
    Picture picture(18, 22, kWhite);
    write(picture, m_digit, {.width = 0.14}, 0.95);
    expectReads(picture, clean(m_digit, 0.14), 0.9);
}

TEST_P(Auto, ReadsASmallDigitInALargePicture)
{
    Picture picture(3000, 2000, kWhite);
    write(picture, m_digit, {}, 0.12);
    light(picture, [](double x, double y) { return 1 - 0.3 * x - 0.2 * y; });
    expectReads(picture, m_clean, 0.95);
}

TEST_P(Auto, KeepsAThinPencilVisible)
{
    Picture picture(1500, 1200, {225, 222, 215, 255});
    write(picture, m_digit, {.width = 0.006, .colour = {120, 120, 125, 255}});
    light(picture, [](double x, double /*y*/) { return 1 - 0.3 * x; });
    // As wide as MNIST's thinnest pens, and as dark as any.
    expectReads(picture, clean(m_digit, 0.1), 0.93);
    EXPECT_GE(std::ranges::max(prepare(picture.view())->pixels), 240);
}

INSTANTIATE_TEST_SUITE_P(Digits, Auto, testing::Range(0, 10));

TEST(Prepare, TakesAGlyphAsItIs)
{
    const Glyph expected = clean(digitOf(4));
    Picture picture(28, 28);
    for (int y = 0; y < 28; ++y) {
        for (int x = 0; x < 28; ++x) {
            std::fill_n(picture.at(x, y), 3, expected.at(x, y));
        }
    }
    EXPECT_EQ(prepare(picture.view()), expected);
}

TEST(Prepare, CentresTheMass)
{
    for (int digit = 0; digit < 10; ++digit) {
        Picture picture(200, 150, kWhite);
        write(picture, digitOf(digit));
        const Result<Glyph> glyph = prepare(picture.view());
        ASSERT_TRUE(glyph.has_value());
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int row = 0; row < Glyph::kSide; ++row) {
            for (int column = 0; column < Glyph::kSide; ++column) {
                const double ink = glyph->at(column, row);
                mass += ink;
                x += ink * column;
                y += ink * row;
            }
        }
        EXPECT_NEAR(x / mass, Glyph::kCentreOfMass, 0.1);
        EXPECT_NEAR(y / mass, Glyph::kCentreOfMass, 0.1);
    }
}

TEST(Prepare, GivesTheSameForEverySize)
{
    const Ink digit = digitOf(5);
    Picture small(60, 60, kWhite);
    write(small, digit);
    const Result<Glyph> glyph = prepare(small.view());
    ASSERT_TRUE(glyph.has_value());
    for (const int side : {150, 600, 1800}) {
        Picture large(side, side, kWhite);
        write(large, digit);
        expectReads(large, *glyph, 0.97);
    }
}

TEST(Prepare, SaysWhatIsBlank)
{
    for (const Pixel& colour :
         {Pixel{255, 255, 255, 255}, {0, 0, 0, 255}, {90, 120, 200, 255}, {0, 0, 0, 0}}) {
        for (const auto& [width, height] : {std::pair{1, 1}, {28, 28}, {1, 400}, {900, 700}}) {
            EXPECT_EQ(
                errorOf(prepare(Picture(width, height, colour).view())).code, ErrorCode::Blank);
        }
    }
}

TEST(Prepare, TakesNoiseForBlank)
{
    for (const double deviation : {2.0, 10.0, 40.0}) {
        for (const int side : {40, 300, 1500}) {
            Picture picture(side, side, {128, 128, 128, 255});
            addNoise(picture, deviation);
            EXPECT_EQ(errorOf(prepare(picture.view())).code, ErrorCode::Blank)
                << deviation << " " << side;
        }
    }
}

TEST(Prepare, TakesALightedWallForBlank)
{
    Picture picture(600, 400, kWhite);
    light(picture, [](double x, double y) { return 1 - 0.5 * x - 0.2 * y * y; });
    EXPECT_EQ(errorOf(prepare(picture.view())).code, ErrorCode::Blank);
}

TEST(Prepare, RefusesAViewWithoutPixels)
{
    const Picture picture(2, 2);
    for (const Preparation how : {Preparation::Auto, Preparation::Reference}) {
        EXPECT_EQ(errorOf(prepare({}, how)).code, ErrorCode::Unsupported);
        EXPECT_EQ(
            errorOf(prepare({picture.rgba.data(), 0, 2, 8}, how)).code, ErrorCode::Unsupported);
    }
}

TEST(Prepare, IsDefinedForEveryShape)
{
    std::mt19937 random(2);
    for (const auto& [width, height] :
         {std::pair{1, 1}, {2, 1}, {1, 2}, {3, 3}, {1, 5000}, {5000, 1}, {2000, 3}}) {
        Picture picture(width, height);
        for (std::uint8_t& byte : picture.rgba) {
            byte = static_cast<std::uint8_t>(random() >> 24U);
        }
        const Result<Glyph> glyph = prepare(picture.view()); // a glyph or Blank, no matter which
        EXPECT_TRUE(glyph.has_value() || glyph.error().code == ErrorCode::Blank);
    }
}

TEST(Prepare, ReadsPicturesFromLife)
{
    int found = 0;
    constexpr int kCount = 60;
    for (int i = 0; i < kCount; ++i) {
        const Ink digit = digitOf(i % 10, static_cast<std::uint64_t>(i));
        const LifePicture picture = lifePicture(digit, 900 + static_cast<std::uint64_t>(i));
        const Glyph glyph = prepare(picture.view()).value_or(Glyph{});
        double best = 0;
        for (const double penWidth : {2.0, 2.6, 3.4}) {
            best = std::max(best, likeness(glyph, renderInk(digit, {.penWidth = penWidth})));
        }
        found += best > 0.75 ? 1 : 0;
    }
    EXPECT_GE(found, kCount * 9 / 10);
}

TEST(Prepare, GivesBackMnistWrittenOnPaper)
{
    const auto folder = tests::dataDir() / "mnist";
    const Result<Dataset> mnist = readMnistTest(folder);
    if (!mnist) {
        GTEST_SKIP() << "no MNIST in " << folder;
    }
    double sum = 0;
    constexpr std::size_t kCount = 200;
    for (std::size_t i = 0; i < kCount; ++i) {
        Picture picture(28, 28, kWhite);
        for (int y = 0; y < 28; ++y) {
            for (int x = 0; x < 28; ++x) {
                std::fill_n(
                    picture.at(x, y), 3,
                    static_cast<std::uint8_t>(235 - mnist->glyphs[i].at(x, y) * 4 / 5));
            }
        }
        const Result<Glyph> glyph = prepare(picture.view());
        ASSERT_TRUE(glyph.has_value()) << i;
        sum += likeness(*glyph, mnist->glyphs[i]);
    }
    EXPECT_GT(sum / kCount, 0.95);
}
