// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/reference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace digitpad {

namespace {

// Pillow resamples bytes in fixed point: 32 bits less 8 for the pixel and 2 for the overshoot of
// the bicubic kernel (its Resample.c, PRECISION_BITS).
constexpr int kPrecision = 22;
constexpr std::int32_t kHalf = 1 << (kPrecision - 1);

/// The pixels of the source that one pixel of the glyph is made of, and how much of each.
struct Window {
    int first = 0;
    std::vector<std::int32_t> weights; // in units of 2^-22
};

using Windows = std::array<Window, Glyph::kSide>;
using GlyphRow = std::array<std::uint8_t, Glyph::kSide>;

/// The bicubic kernel with a = -0.5 (Keys 1981), which Pillow's BICUBIC is.
double bicubic(double x)
{
    constexpr double kA = -0.5;
    x = std::abs(x);
    if (x < 1.0) {
        return ((kA + 2.0) * x - (kA + 3.0)) * x * x + 1;
    }
    if (x < 2.0) {
        return (((x - 5) * x + 8) * x - 4) * kA;
    }
    return 0.0;
}

/// The windows of a row or column of `length` pixels scaled to 28. The order of every operation is
/// Pillow's, since the last bit of a weight may decide about a rounding.
Windows windowsOf(int length)
{
    const double scale = static_cast<double>(length) / Glyph::kSide;
    const double widening = std::max(scale, 1.0); // the kernel grows when the picture shrinks
    const double support = 2.0 * widening;
    const double inverse = 1.0 / widening;

    Windows windows;
    for (int i = 0; i < Glyph::kSide; ++i) {
        const double centre = (i + 0.5) * scale;
        // Pillow rounds so. NOLINTNEXTLINE(bugprone-incorrect-roundings)
        const int first = std::max(static_cast<int>(centre - support + 0.5), 0);
        // NOLINTNEXTLINE(bugprone-incorrect-roundings)
        const int end = std::min(static_cast<int>(centre + support + 0.5), length);

        std::vector<double> exact;
        exact.reserve(static_cast<std::size_t>(end - first));
        double sum = 0.0;
        for (int x = 0; x < end - first; ++x) {
            exact.push_back(bicubic((x + first - centre + 0.5) * inverse));
            sum += exact.back();
        }
        Window& window = windows[static_cast<std::size_t>(i)];
        window.first = first;
        window.weights.reserve(exact.size());
        for (const double weight : exact) {
            const double scaled = (sum != 0.0 ? weight / sum : weight) * (1 << kPrecision);
            window.weights.push_back(static_cast<std::int32_t>(scaled + (scaled < 0 ? -0.5 : 0.5)));
        }
    }
    return windows;
}

std::uint8_t toByte(std::int32_t sum)
{
    return static_cast<std::uint8_t>(std::clamp(sum >> kPrecision, 0, 255));
}

void greyRow(const std::uint8_t* rgba, std::vector<std::uint8_t>& grey)
{
    for (std::uint8_t& pixel : grey) {
        pixel = greyOf(rgba);
        rgba += 4;
    }
}

GlyphRow shrinkRow(const std::vector<std::uint8_t>& grey, const Windows& windows)
{
    GlyphRow row;
    if (grey.size() == row.size()) { // Pillow skips the pass that would change nothing
        std::copy(grey.begin(), grey.end(), row.begin());
        return row;
    }
    std::transform(windows.begin(), windows.end(), row.begin(), [&grey](const Window& window) {
        std::int32_t sum = kHalf;
        const std::uint8_t* pixel = grey.data() + window.first;
        for (const std::int32_t weight : window.weights) {
            sum += *pixel++ * weight;
        }
        return toByte(sum);
    });
    return row;
}

} // namespace

Glyph referenceGlyph(const PictureView& picture)
{
    const Windows across = windowsOf(picture.width);
    const Windows down = windowsOf(picture.height);
    const bool keepsRows = picture.height == Glyph::kSide;

    // Pillow shrinks all rows first and then all columns. Adding each shrunk row to the sums it
    // belongs to gives the same integers without keeping the rows.
    std::array<std::int32_t, Glyph::kPixels> sums;
    sums.fill(kHalf);
    Glyph glyph;
    std::vector<std::uint8_t> grey(static_cast<std::size_t>(picture.width));
    for (int y = 0; y < picture.height; ++y) {
        greyRow(picture.rgba + y * picture.bytesPerRow, grey);
        const GlyphRow row = shrinkRow(grey, across);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const Window& window = down[i];
            const auto offset = static_cast<std::size_t>(y - window.first);
            if (y < window.first || offset >= window.weights.size()) {
                continue;
            }
            for (std::size_t x = 0; x < row.size(); ++x) {
                sums[i * row.size() + x] += row[x] * window.weights[offset];
            }
        }
        if (keepsRows) {
            const auto start = static_cast<std::size_t>(y) * row.size();
            std::copy(row.begin(), row.end(), glyph.pixels.begin() + static_cast<long>(start));
        }
    }
    if (!keepsRows) {
        std::transform(sums.begin(), sums.end(), glyph.pixels.begin(), toByte);
    }
    return glyph;
}

} // namespace digitpad
