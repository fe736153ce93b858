// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/transparency.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace digitpad {

namespace {

constexpr float kOpaque = 0.5F;

/// The values of a channel where the picture is opaque.
std::vector<float> opaqueValues(const Plane& channel, const Plane& alpha)
{
    std::vector<float> values;
    for (std::size_t i = 0; i < alpha.values.size(); ++i) {
        if (alpha.values[i] > kOpaque) {
            values.push_back(channel.values[i]);
        }
    }
    return values;
}

/// How much of the rectangle around all that is opaque is opaque, 0 to 1.
double filledPart(const Plane& alpha)
{
    int left = alpha.width;
    int top = alpha.height;
    int right = -1;
    int bottom = -1;
    double count = 0;
    for (int y = 0; y < alpha.height; ++y) {
        for (int x = 0; x < alpha.width; ++x) {
            if (alpha.at(x, y) > kOpaque) {
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
                bottom = y;
                count += 1;
            }
        }
    }
    return count > 0 ? count / (double(right - left + 1) * double(bottom - top + 1)) : 0;
}

} // namespace

bool alphaCarriesShape(const Colours& colours)
{
    constexpr float kVisible = 0.1F;
    const auto [least, most] =
        std::minmax_element(colours.alpha.values.begin(), colours.alpha.values.end());
    if (*most - *least < kVisible) {
        return false;
    }
    if (filledPart(colours.alpha) < 0.6) {
        return true;
    }
    constexpr float kContrast = 0.3F; // between a sheet's paper and its ink
    constexpr double kThinInk = 0.005;
    const std::vector<float> greens = opaqueValues(colours.green, colours.alpha);
    return quantile(greens, 1 - kThinInk) - quantile(greens, kThinInk) < kContrast;
}

void fillTransparent(Colours& colours)
{
    for (Plane* channel : {&colours.red, &colours.green, &colours.blue}) {
        const float paper = quantile(opaqueValues(*channel, colours.alpha), 0.5);
        for (std::size_t i = 0; i < channel->values.size(); ++i) {
            channel->values[i] = std::lerp(paper, channel->values[i], colours.alpha.values[i]);
        }
    }
}

} // namespace digitpad
