// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>

#include <cstddef>
#include <optional>

namespace digitpad {

/// How so many maps of numbers lie beside and below each other: the unit maps of a layer, or the
/// kernels of a unit, a tile each. All in device-independent pixels, from a corner at (0, 0).
struct Mosaic {
    int maps = 1;
    int rows = 1; ///< of a map
    int columns = 1;
    int across = 1;  ///< tiles in a row
    double cell = 0; ///< side of a number
    double gap = 0;  ///< between tiles

    /// The arrangement with the largest cells that fits into `room`; cells, or where they are small
    /// tiles, of whole device pixels.
    [[nodiscard]] static Mosaic
    fitted(int maps, int rows, int columns, const QSizeF& room, double gap, double ratio);

    [[nodiscard]] int down() const { return (maps + across - 1) / across; }
    [[nodiscard]] QSizeF size() const;
    [[nodiscard]] QRectF tile(int map) const;
    /// Where a number is, counted map by map and row by row.
    [[nodiscard]] QRectF square(std::size_t number) const;

    [[nodiscard]] std::optional<int> mapAt(const QPointF& place) const;
    [[nodiscard]] std::optional<std::size_t> numberAt(const QPointF& place) const;
    /// The number that is so many to the right and down of one on the screen, within the mosaic.
    [[nodiscard]] std::size_t moved(std::size_t number, int right, int below) const;
};

} // namespace digitpad
