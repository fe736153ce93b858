// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/mosaic.h"

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

// Whole rows look calmer: a last row that is not full must make the cells so much larger.
constexpr double kWhole = 1.25;
// Cells of fewer device pixels may be uneven.
constexpr double kCoarse = 4;

} // namespace

Mosaic Mosaic::fitted(int maps, int rows, int columns, const QSizeF& room, double gap, double ratio)
{
    Mosaic best{.maps = maps, .rows = rows, .columns = columns, .gap = gap};
    for (int across = 1; across <= maps; ++across) {
        const int down = (maps + across - 1) / across;
        const double cell = std::min(
            (room.width() - gap * (across - 1)) / (across * columns),
            (room.height() - gap * (down - 1)) / (down * rows));
        const double worth = maps % across == 0 ? cell * kWhole : cell;
        const double least = maps % best.across == 0 ? best.cell * kWhole : best.cell;
        if (worth > least) {
            best.across = across;
            best.cell = cell;
        }
    }
    const int each = best.cell * ratio < kCoarse ? columns : 1;
    if (const double whole = std::floor(best.cell * each * ratio); whole >= 1) {
        best.cell = whole / (each * ratio);
    }
    return best;
}

QSizeF Mosaic::size() const
{
    return {
        across * columns * cell + (across - 1) * gap, down() * rows * cell + (down() - 1) * gap};
}

QRectF Mosaic::tile(int map) const
{
    const int x = map % across;
    const int y = map / across;
    return {x * (columns * cell + gap), y * (rows * cell + gap), columns * cell, rows * cell};
}

QRectF Mosaic::square(std::size_t number) const
{
    const int each = rows * columns;
    const int at = static_cast<int>(number) % each;
    const QPointF corner = tile(static_cast<int>(number) / each).topLeft();
    const QPoint place(at % columns, at / columns);
    return {corner + QPointF(place) * cell, QSizeF(cell, cell)};
}

std::optional<int> Mosaic::mapAt(const QPointF& place) const
{
    if (cell <= 0 || place.x() < 0 || place.y() < 0) {
        return std::nullopt;
    }
    const int x = static_cast<int>(place.x() / (columns * cell + gap));
    const int y = static_cast<int>(place.y() / (rows * cell + gap));
    const int map = y * across + x;
    return x < across && map < maps ? std::optional(map) : std::nullopt;
}

std::optional<std::size_t> Mosaic::numberAt(const QPointF& place) const
{
    const std::optional<int> map = mapAt(place);
    if (!map) {
        return std::nullopt;
    }
    const QPointF inside = (place - tile(*map).topLeft()) / cell;
    const int x = std::clamp(static_cast<int>(inside.x()), 0, columns - 1);
    const int y = std::clamp(static_cast<int>(inside.y()), 0, rows - 1);
    const int at = (*map * rows + y) * columns + x;
    return static_cast<std::size_t>(at);
}

std::size_t Mosaic::moved(std::size_t number, int right, int below) const
{
    const int each = rows * columns;
    const int map = static_cast<int>(number) / each;
    const int at = static_cast<int>(number) % each;
    const int x =
        std::clamp((map % across) * columns + at % columns + right, 0, across * columns - 1);
    const int y = std::clamp((map / across) * rows + at / columns + below, 0, down() * rows - 1);
    const int there = (y / rows) * across + x / columns;
    if (there >= maps) {
        return number;
    }
    const int to = (there * rows + y % rows) * columns + x % columns;
    return static_cast<std::size_t>(to);
}

} // namespace digitpad
