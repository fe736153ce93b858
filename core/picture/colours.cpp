// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/colours.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace digitpad {

namespace {

/// Sums over the pixels of one square: colours times alpha, and alpha.
using Sums = std::array<std::uint64_t, 4>;

void addRow(const std::uint8_t* rgba, int width, int cell, std::vector<Sums>& sums)
{
    for (int x = 0; x < width;) {
        Sums& sum = sums[static_cast<std::size_t>(x / cell)];
        for (const int end = std::min(x + cell, width); x < end; ++x, rgba += 4) {
            const std::uint32_t alpha = rgba[3];
            sum[0] += rgba[0] * alpha;
            sum[1] += rgba[1] * alpha;
            sum[2] += rgba[2] * alpha;
            sum[3] += alpha;
        }
    }
}

} // namespace

Colours coloursOf(const PictureView& picture)
{
    const int cell = (std::max(picture.width, picture.height) + kWorkingSide - 1) / kWorkingSide;
    const int width = (picture.width + cell - 1) / cell;
    const int height = (picture.height + cell - 1) / cell;
    const Plane empty(width, height);
    Colours colours{.red = empty, .green = empty, .blue = empty, .alpha = empty, .cell = cell};

    std::vector<Sums> sums(static_cast<std::size_t>(width));
    for (int y = 0; y < height; ++y) {
        std::fill(sums.begin(), sums.end(), Sums{});
        const int firstRow = y * cell;
        const int rows = std::min(cell, picture.height - firstRow);
        for (int row = firstRow; row < firstRow + rows; ++row) {
            addRow(picture.rgba + row * picture.bytesPerRow, picture.width, cell, sums);
        }
        for (int x = 0; x < width; ++x) {
            const Sums& sum = sums[static_cast<std::size_t>(x)];
            const int columns = std::min(cell, picture.width - x * cell);
            const float weight = 255.0F * static_cast<float>(std::max<std::uint64_t>(sum[3], 1));
            colours.red.at(x, y) = static_cast<float>(sum[0]) / weight;
            colours.green.at(x, y) = static_cast<float>(sum[1]) / weight;
            colours.blue.at(x, y) = static_cast<float>(sum[2]) / weight;
            colours.alpha.at(x, y) =
                static_cast<float>(sum[3]) / (255.0F * static_cast<float>(rows * columns));
        }
    }
    return colours;
}

Colours shrunk(const Colours& colours, int cell)
{
    return {
        .red = shrunk(colours.red, cell),
        .green = shrunk(colours.green, cell),
        .blue = shrunk(colours.blue, cell),
        .alpha = shrunk(colours.alpha, cell),
        .left = colours.left,
        .top = colours.top,
        .cell = colours.cell * cell};
}

} // namespace digitpad
