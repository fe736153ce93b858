// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/plane.h"

#include <algorithm>
#include <cmath>

namespace digitpad {

Plane smoothed(const Plane& plane)
{
    Plane rows(plane.width, plane.height);
    for (int y = 0; y < plane.height; ++y) {
        for (int x = 0; x < plane.width; ++x) {
            const float before = plane.at(std::max(x - 1, 0), y);
            const float after = plane.at(std::min(x + 1, plane.width - 1), y);
            rows.at(x, y) = (before + 2 * plane.at(x, y) + after) / 4;
        }
    }
    Plane result(plane.width, plane.height);
    for (int y = 0; y < plane.height; ++y) {
        const int above = std::max(y - 1, 0);
        const int below = std::min(y + 1, plane.height - 1);
        for (int x = 0; x < plane.width; ++x) {
            result.at(x, y) = (rows.at(x, above) + 2 * rows.at(x, y) + rows.at(x, below)) / 4;
        }
    }
    return result;
}

Plane shrunk(const Plane& plane, int cell)
{
    if (cell == 1) {
        return plane;
    }
    Plane result((plane.width + cell - 1) / cell, (plane.height + cell - 1) / cell);
    for (int y = 0; y < plane.height; ++y) {
        for (int x = 0; x < plane.width; ++x) {
            result.at(x / cell, y / cell) += plane.at(x, y);
        }
    }
    for (int y = 0; y < result.height; ++y) {
        const int rows = std::min(cell, plane.height - y * cell);
        for (int x = 0; x < result.width; ++x) {
            const int columns = std::min(cell, plane.width - x * cell);
            result.at(x, y) /= static_cast<float>(rows * columns);
        }
    }
    return result;
}

Plane spread(const Plane& plane, int cell, int width, int height)
{
    struct Between {
        int first = 0;
        int second = 0;
        float part = 0; // of the second
    };
    const auto between = [cell](int i, int count) {
        const float position = (static_cast<float>(i) + 0.5F) / static_cast<float>(cell) - 0.5F;
        const float low = std::floor(position);
        const int first = static_cast<int>(low);
        return Between{
            std::clamp(first, 0, count - 1), std::clamp(first + 1, 0, count - 1), position - low};
    };
    std::vector<Between> columns;
    columns.reserve(static_cast<std::size_t>(width));
    for (int x = 0; x < width; ++x) {
        columns.push_back(between(x, plane.width));
    }

    Plane result(width, height);
    for (int y = 0; y < height; ++y) {
        const Between row = between(y, plane.height);
        for (int x = 0; x < width; ++x) {
            const Between& column = columns[static_cast<std::size_t>(x)];
            const float upper = std::lerp(
                plane.at(column.first, row.first), plane.at(column.second, row.first), column.part);
            const float lower = std::lerp(
                plane.at(column.first, row.second), plane.at(column.second, row.second),
                column.part);
            result.at(x, y) = std::lerp(upper, lower, row.part);
        }
    }
    return result;
}

Plane gradient(const Plane& plane)
{
    Plane result(plane.width, plane.height);
    for (int y = 0; y < plane.height; ++y) {
        const int below = std::min(y + 1, plane.height - 1);
        for (int x = 0; x < plane.width; ++x) {
            const float here = plane.at(x, y);
            const float dx = plane.at(std::min(x + 1, plane.width - 1), y) - here;
            const float dy = plane.at(x, below) - here;
            result.at(x, y) = std::sqrt(dx * dx + dy * dy);
        }
    }
    return result;
}

float quantile(std::vector<float> values, double fraction)
{
    if (values.empty()) {
        return 0;
    }
    const auto rank =
        static_cast<std::ptrdiff_t>(fraction * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + rank, values.end());
    return values[static_cast<std::size_t>(rank)];
}

} // namespace digitpad
