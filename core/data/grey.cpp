// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/grey.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace digitpad {

namespace {

constexpr int kSide = Glyph::kSide;
constexpr double kMiddle = kGreyMiddle;

} // namespace

Grey greyOf(const Glyph& glyph)
{
    Grey grey;
    std::ranges::copy(glyph.pixels, grey.begin());
    return grey;
}

Glyph glyphOf(const Grey& grey)
{
    Glyph glyph;
    std::ranges::transform(grey, glyph.pixels.begin(), [](float value) {
        const float roundedUp = std::clamp(value, 0.0F, 255.0F) + 0.5F;
        return static_cast<std::uint8_t>(roundedUp);
    });
    return glyph;
}

float sample(const Grey& grey, double x, double y)
{
    if (!(x > -1 && y > -1 && x < kSide && y < kSide)) {
        return 0;
    }
    const int left = static_cast<int>(std::floor(x));
    const int top = static_cast<int>(std::floor(y));
    const auto fx = static_cast<float>(x - left);
    const auto fy = static_cast<float>(y - top);
    const auto pixel = [&](int px, int py) {
        return px >= 0 && py >= 0 && px < kSide && py < kSide ? grey[greyAt(px, py)] : 0.0F;
    };
    return (pixel(left, top) * (1 - fx) + pixel(left + 1, top) * fx) * (1 - fy) +
           (pixel(left, top + 1) * (1 - fx) + pixel(left + 1, top + 1) * fx) * fy;
}

std::array<double, 2> bendAt(const Warp& warp, int x, int y)
{
    constexpr int kLast = Warp::kKnots - 1;
    const double gx = static_cast<double>(x) * kLast / kSide;
    const double gy = static_cast<double>(y) * kLast / kSide;
    const auto smooth = [](double t) { return t * t * (3 - 2 * t); };
    const auto left = static_cast<std::size_t>(gx);
    const auto top = static_cast<std::size_t>(gy);
    const double fx = smooth(gx - static_cast<double>(left));
    const double fy = smooth(gy - static_cast<double>(top));
    const auto knot = [&](std::size_t kx, std::size_t ky) {
        return warp.bend[ky * Warp::kKnots + kx];
    };
    std::array<double, 2> bend{};
    for (std::size_t i = 0; i < 2; ++i) {
        bend[i] = (knot(left, top)[i] * (1 - fx) + knot(left + 1, top)[i] * fx) * (1 - fy) +
                  (knot(left, top + 1)[i] * (1 - fx) + knot(left + 1, top + 1)[i] * fx) * fy;
    }
    return bend;
}

Grey warped(const Grey& grey, const Warp& warp)
{
    const double cosine = std::cos(warp.rotation);
    const double sine = std::sin(warp.rotation);
    Grey result;
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const double dx = x - kMiddle - warp.shiftX;
            const double dy = y - kMiddle - warp.shiftY;
            double sx = (cosine * dx + sine * dy) / warp.scaleX;
            const double sy = (cosine * dy - sine * dx) / warp.scaleY;
            sx += warp.shear * sy;
            if (warp.bends) {
                const auto bend = bendAt(warp, x, y);
                sx += bend[0];
                result[greyAt(x, y)] = sample(grey, sx + kMiddle, sy + kMiddle + bend[1]);
            } else {
                result[greyAt(x, y)] = sample(grey, sx + kMiddle, sy + kMiddle);
            }
        }
    }
    return result;
}

void drawLine(Grey& grey, double x1, double y1, double x2, double y2, double radius, float value)
{
    const double dx = x2 - x1;
    const double dy = y2 - y1;
    const double square = std::max(dx * dx + dy * dy, 1e-9);
    const int top = std::max(0, static_cast<int>(std::min(y1, y2) - radius - 1));
    const int bottom = std::min(kSide - 1, static_cast<int>(std::max(y1, y2) + radius + 1));
    const int left = std::max(0, static_cast<int>(std::min(x1, x2) - radius - 1));
    const int right = std::min(kSide - 1, static_cast<int>(std::max(x1, x2) + radius + 1));
    for (int y = top; y <= bottom; ++y) {
        for (int x = left; x <= right; ++x) {
            const double t = std::clamp(((x - x1) * dx + (y - y1) * dy) / square, 0.0, 1.0);
            const double distance = std::hypot(x - x1 - t * dx, y - y1 - t * dy);
            const auto cover = static_cast<float>(std::clamp(radius + 0.5 - distance, 0.0, 1.0));
            float& pixel = grey[greyAt(x, y)];
            pixel += cover * (value - pixel);
        }
    }
}

} // namespace digitpad
