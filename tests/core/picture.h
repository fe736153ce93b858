// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/prepare.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace digitpad::tests {

/// Red, green, blue, alpha.
using Pixel = std::array<std::uint8_t, 4>;

/// A picture in memory.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;

    Picture(int w, int h, const Pixel& colour = {255, 255, 255, 255}) : width(w), height(h)
    {
        rgba.reserve(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 4);
        for (int i = 0; i < w * h; ++i) {
            rgba.insert(rgba.end(), colour.begin(), colour.end());
        }
    }

    [[nodiscard]] std::uint8_t* at(int x, int y)
    {
        const auto pixel = static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                           static_cast<std::size_t>(x);
        return rgba.data() + 4 * pixel;
    }
    [[nodiscard]] PictureView view() const
    {
        return {rgba.data(), width, height, std::ptrdiff_t{4} * width};
    }
};

} // namespace digitpad::tests
