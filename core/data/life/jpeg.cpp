// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/life/camera.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace digitpad::life {

namespace {

constexpr int kBlock = 8;
constexpr std::size_t kCells = kBlock * kBlock;

using Block = std::array<float, kCells>;
using Table = std::array<int, kCells>;

// The steps for quality 50: ITU-T T.81, tables K.1 and K.2.
constexpr Table kLuminance{16, 11, 10, 16, 24,  40,  51,  61,  12, 12, 14, 19, 26,  58,  60,  55,
                           14, 13, 16, 24, 40,  57,  69,  56,  14, 17, 22, 29, 51,  87,  80,  62,
                           18, 22, 37, 56, 68,  109, 103, 77,  24, 35, 55, 64, 81,  104, 113, 92,
                           49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99};
constexpr Table kChrominance{17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99,
                             24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99,
                             99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
                             99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99};

/// The steps for another quality, as libjpeg scales them, for values from 0 to 1.
Block steps(const Table& table, int quality)
{
    const int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    Block result{};
    std::ranges::transform(table, result.begin(), [scale](int step) {
        return static_cast<float>(std::clamp((step * scale + 50) / 100, 1, 255)) / 255;
    });
    return result;
}

/// The cosines of the discrete cosine transform, [frequency][place], orthonormal.
const Block& cosines()
{
    static const Block kCosines = [] {
        Block result{};
        for (int k = 0; k < kBlock; ++k) {
            for (int i = 0; i < kBlock; ++i) {
                const double wave = std::cos((2 * i + 1) * k * std::numbers::pi / (2 * kBlock));
                result[static_cast<std::size_t>(k) * kBlock + static_cast<std::size_t>(i)] =
                    static_cast<float>(wave * std::sqrt((k == 0 ? 1.0 : 2.0) / kBlock));
            }
        }
        return result;
    }();
    return kCosines;
}

/// The transform of the block's rows, transposed: doing it twice transforms both directions.
Block transformed(const Block& block, bool back)
{
    const Block& waves = cosines();
    Block result{};
    for (std::size_t row = 0; row < kBlock; ++row) {
        for (std::size_t k = 0; k < kBlock; ++k) {
            float sum = 0;
            for (std::size_t i = 0; i < kBlock; ++i) {
                sum += block[row * kBlock + i] * waves[back ? i * kBlock + k : k * kBlock + i];
            }
            result[k * kBlock + row] = sum;
        }
    }
    return result;
}

/// Rounds the coefficients of every block; at the right and lower edge the last pixel is repeated.
void roundBlocks(Plane& plane, const Block& step)
{
    for (int top = 0; top < plane.height; top += kBlock) {
        for (int left = 0; left < plane.width; left += kBlock) {
            Block block{};
            for (std::size_t i = 0; i < kCells; ++i) {
                const int x = std::min(left + static_cast<int>(i % kBlock), plane.width - 1);
                const int y = std::min(top + static_cast<int>(i / kBlock), plane.height - 1);
                block[i] = plane.at(x, y);
            }
            block = transformed(transformed(block, false), false);
            for (std::size_t i = 0; i < kCells; ++i) {
                block[i] = step[i] * std::round(block[i] / step[i]);
            }
            block = transformed(transformed(block, true), true);
            for (std::size_t i = 0; i < kCells; ++i) {
                const int x = left + static_cast<int>(i % kBlock);
                const int y = top + static_cast<int>(i / kBlock);
                if (x < plane.width && y < plane.height) {
                    plane.at(x, y) = block[i];
                }
            }
        }
    }
}

} // namespace

void compress(Channels& channels, int quality)
{
    auto& [red, green, blue] = channels;
    // YCbCr as in JFIF: 1 for luma, and the other two by their distances from it.
    Plane luma(red.width, red.height);
    for (std::size_t i = 0; i < luma.values.size(); ++i) {
        luma.values[i] =
            0.299F * red.values[i] + 0.587F * green.values[i] + 0.114F * blue.values[i];
        blue.values[i] = (blue.values[i] - luma.values[i]) / 1.772F;
        red.values[i] = (red.values[i] - luma.values[i]) / 1.402F;
    }
    roundBlocks(luma, steps(kLuminance, quality));
    for (Plane* colour : {&blue, &red}) {
        Plane half = shrunk(*colour, 2);
        roundBlocks(half, steps(kChrominance, quality));
        *colour = spread(half, 2, luma.width, luma.height);
    }
    for (std::size_t i = 0; i < luma.values.size(); ++i) {
        const float fromRed = 1.402F * red.values[i];
        const float fromBlue = 1.772F * blue.values[i];
        red.values[i] = luma.values[i] + fromRed;
        blue.values[i] = luma.values[i] + fromBlue;
        green.values[i] = luma.values[i] - (0.299F * fromRed + 0.114F * fromBlue) / 0.587F;
    }
}

} // namespace digitpad::life
