// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/stroke.h"
#include "tests/core/picture.h"

#include <algorithm>
#include <cmath>

namespace digitpad::tests {

/// Draws ink on a picture, a pixel a unit, black, with a round pen and a soft edge.
inline void write(Picture& picture, const Ink& ink, double penWidth = 8)
{
    const auto distance = [](const Point& point, const Point& from, const Point& to) {
        const double dx = to.x - from.x;
        const double dy = to.y - from.y;
        const double length = dx * dx + dy * dy;
        const double along =
            length > 0
                ? std::clamp(((point.x - from.x) * dx + (point.y - from.y) * dy) / length, 0.0, 1.0)
                : 0;
        return std::hypot(point.x - from.x - along * dx, point.y - from.y - along * dy);
    };
    for (const Stroke& stroke : ink) {
        for (std::size_t i = 0; i < stroke.size(); ++i) {
            const Point& from = stroke[i > 0 ? i - 1 : 0];
            const Point& to = stroke[i];
            const double reach = penWidth / 2 + 1;
            const int left = std::max(0, static_cast<int>(std::min(from.x, to.x) - reach));
            const int top = std::max(0, static_cast<int>(std::min(from.y, to.y) - reach));
            const int right =
                std::min(picture.width, static_cast<int>(std::max(from.x, to.x) + reach) + 1);
            const int bottom =
                std::min(picture.height, static_cast<int>(std::max(from.y, to.y) + reach) + 1);
            for (int y = top; y < bottom; ++y) {
                for (int x = left; x < right; ++x) {
                    const double away = distance({x + 0.5, y + 0.5}, from, to);
                    const double paper = std::clamp(away - penWidth / 2 + 0.5, 0.0, 1.0);
                    const auto grey = static_cast<std::uint8_t>(std::lround(255 * paper));
                    std::fill_n(picture.at(x, y), 3, std::min(*picture.at(x, y), grey));
                }
            }
        }
    }
}

} // namespace digitpad::tests
