// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/reference.h"

#include "tests/core/picture.h"
#include "tests/core/temporary_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <utility>

using namespace digitpad;
using tests::Picture;

namespace {

std::string readBytes(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string bytesOf(const Glyph& glyph)
{
    return {glyph.pixels.begin(), glyph.pixels.end()};
}

/// The picture that make_reference.py draws.
Picture drawn(int width, int height)
{
    Picture picture(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto n = static_cast<std::uint32_t>(
                std::uint64_t{2654435761} * static_cast<unsigned>(x) + 40503U * y + 97U * x * y);
            std::uint8_t* pixel = picture.at(x, y);
            for (int channel = 0; channel < 4; ++channel) {
                pixel[channel] = static_cast<std::uint8_t>(n >> (24 - 8 * channel));
            }
        }
    }
    return picture;
}

std::string pythonCommand()
{
    const char* chosen = std::getenv("DIGITPAD_PYTHON");
    return std::string("'") + (chosen != nullptr ? chosen : "/usr/bin/python3") + "'";
}

bool succeeds(const std::string& command)
{
    return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

/// Noise, and coarse blocks of black and white, whose edges make the kernel overshoot.
Picture randomPicture(std::mt19937& random, int width, int height)
{
    Picture picture(width, height);
    const bool isNoise = random() % 2 == 0;
    for (std::uint8_t& byte : picture.rgba) {
        const auto value = static_cast<std::uint8_t>(random() >> 24U);
        byte = isNoise ? value : (value < 64 ? 0 : 255);
    }
    return picture;
}

void append(std::string& bytes, const Picture& picture)
{
    for (const int length : {picture.width, picture.height}) {
        for (int shift = 0; shift < 32; shift += 8) {
            bytes += static_cast<char>(length >> shift);
        }
    }
    bytes.append(picture.rgba.begin(), picture.rgba.end());
}

} // namespace

TEST(Reference, GivesWhatPillowGave)
{
    for (const auto& [width, height] :
         {std::pair{1, 1}, {5, 3}, {28, 28}, {28, 61}, {100, 28}, {29, 27}, {50, 140}}) {
        const std::string name = std::to_string(width) + "x" + std::to_string(height);
        const std::string expected = readBytes(DIGITPAD_FIXTURES "/reference/" + name + ".glyph");
        ASSERT_EQ(expected.size(), Glyph::kPixels) << name;
        EXPECT_EQ(bytesOf(referenceGlyph(drawn(width, height).view())), expected) << name;
    }
}

TEST(Reference, GivesWhatPillowGivesNow)
{
    const std::string python = pythonCommand();
    if (!succeeds(python + " -c 'import PIL.Image, numpy'")) {
        GTEST_SKIP() << python << " cannot import PIL and numpy; DIGITPAD_PYTHON names another";
    }
    std::mt19937 random(1);
    std::vector<Picture> pictures;
    for (const auto& [width, height] :
         {std::pair{1, 1}, {1, 500}, {500, 1}, {28, 500}, {500, 28}, {27, 29}, {1000, 700}}) {
        pictures.push_back(randomPicture(random, width, height));
    }
    for (int i = 0; i < 60; ++i) {
        const int width = 1 + static_cast<int>(random() % 120);
        const int height = 1 + static_cast<int>(random() % 120);
        pictures.push_back(randomPicture(random, width, height));
    }
    std::string bytes;
    for (const Picture& picture : pictures) {
        append(bytes, picture);
    }
    const tests::TemporaryFolder folder;
    const auto source = folder.write("pictures", bytes);
    const auto target = folder.path() / "glyphs";
    ASSERT_TRUE(succeeds(
        python + " '" DIGITPAD_FIXTURES "/make_reference.py' '" + source.string() + "' '" +
        target.string() + "'"));

    const std::string glyphs = readBytes(target);
    ASSERT_EQ(glyphs.size(), pictures.size() * Glyph::kPixels);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        EXPECT_EQ(
            bytesOf(referenceGlyph(pictures[i].view())),
            glyphs.substr(i * Glyph::kPixels, Glyph::kPixels))
            << pictures[i].width << "x" << pictures[i].height;
    }
}

TEST(Reference, LeavesGreyOfTheRightSizeAlone)
{
    Picture picture(28, 28);
    Glyph expected;
    for (int i = 0; i < 28 * 28; ++i) {
        std::uint8_t* pixel = picture.at(i % 28, i / 28);
        pixel[0] = pixel[1] = pixel[2] = static_cast<std::uint8_t>(i % 256);
        pixel[3] = 0; // alpha does not count
        expected.set(i % 28, i / 28, static_cast<std::uint8_t>(i % 256));
    }
    EXPECT_EQ(referenceGlyph(picture.view()), expected);
}

TEST(Reference, ReadsRowsThatHavePadding)
{
    const Picture wide = drawn(40, 30);
    Picture narrow(25, 30);
    for (int y = 0; y < 30; ++y) {
        std::copy_n(wide.rgba.begin() + 4L * 40 * y, 4 * 25, narrow.at(0, y));
    }
    EXPECT_EQ(
        referenceGlyph({wide.rgba.data(), 25, 30, std::ptrdiff_t{4} * 40}),
        referenceGlyph(narrow.view()));
}
