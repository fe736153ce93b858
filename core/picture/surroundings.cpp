// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/surroundings.h"

#include "core/picture/digit.h"
#include "core/picture/ruling.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace digitpad {

namespace {

constexpr int kFieldSide = 128; // cells: so coarse that thin lines do not connect
constexpr int kSmallest = 96; // pixels; in smaller pictures a stroke is as broad as a table's edge

// Of the picture's short side: no stroke is cut off on a broader front.
constexpr double kBroad = 0.2;

struct Cell {
    int x = 0;
    int y = 0;
};

/// Takes a connected part off `field`, adding it to `part`; returns how many of its cells lie on
/// the picture's edge.
int take(Plane& field, float threshold, Cell start, std::vector<Cell>& part)
{
    int onEdge = 0;
    std::vector<Cell> open{start};
    while (!open.empty()) {
        const auto [x, y] = open.back();
        open.pop_back();
        if (x < 0 || y < 0 || x >= field.width || y >= field.height ||
            field.at(x, y) <= threshold) {
            continue;
        }
        field.at(x, y) = 0;
        part.push_back({x, y});
        onEdge += x == 0 || y == 0 || x + 1 == field.width || y + 1 == field.height ? 1 : 0;
        open.insert(open.end(), {{x + 1, y}, {x - 1, y}, {x, y + 1}, {x, y - 1}});
    }
    return onEdge;
}

/// The cells of all that comes in on a broad front.
std::vector<Cell> surroundings(Plane field, float threshold)
{
    std::vector<Cell> result;
    const auto takeFrom = [&](int x, int y) {
        std::vector<Cell> part;
        const int onEdge = take(field, threshold, {x, y}, part);
        if (onEdge > kBroad * std::min(field.width, field.height)) {
            result.insert(result.end(), part.begin(), part.end());
        }
    };
    for (int x = 0; x < field.width; ++x) {
        takeFrom(x, 0);
        takeFrom(x, field.height - 1);
    }
    for (int y = 0; y < field.height; ++y) {
        takeFrom(0, y);
        takeFrom(field.width - 1, y);
    }
    return result;
}

/// Makes paper of a cell and of half of those next to it, where its soft edge and its shadow are.
void clear(Plane& ink, const Cell& cell, int side)
{
    const int reach = side / 2 + 2;
    for (int y = std::max(cell.y * side - reach, 0);
         y < std::min((cell.y + 1) * side + reach, ink.height); ++y) {
        for (int x = std::max(cell.x * side - reach, 0);
             x < std::min((cell.x + 1) * side + reach, ink.width); ++x) {
            ink.at(x, y) = std::min(ink.at(x, y), 0.0F);
        }
    }
}

/// What is left of the map's part of the picture when the cells are taken away.
PicturePart without(const InkMap& map, const std::vector<Cell>& cells, int side)
{
    const int columns = (map.ink.width + side - 1) / side;
    const int rows = (map.ink.height + side - 1) / side;
    std::vector<bool> isTaken(static_cast<std::size_t>(columns * rows));
    for (const Cell& cell : cells) {
        isTaken[static_cast<std::size_t>(cell.y * columns + cell.x)] = true;
    }
    PicturePart part{
        map.left + map.ink.width * map.cell, map.top + map.ink.height * map.cell, map.left,
        map.top};
    const int step = side * map.cell;
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            if (!isTaken[static_cast<std::size_t>(y * columns + x)]) {
                part = {
                    std::min(part.left, map.left + x * step),
                    std::min(part.top, map.top + y * step),
                    std::max(part.right, std::min(map.left + (x + 1) * step, map.paper.right)),
                    std::max(part.bottom, std::min(map.top + (y + 1) * step, map.paper.bottom))};
            }
        }
    }
    return part;
}

} // namespace

bool removeSurroundings(InkMap& map)
{
    if (std::min(map.ink.width, map.ink.height) < kSmallest) {
        return false;
    }
    const int side = (std::max(map.ink.width, map.ink.height) + kFieldSide - 1) / kFieldSide;
    const std::vector<Cell> cells = surroundings(shrunk(map.ink, side), map.threshold / 2);
    if (cells.empty()) {
        return false;
    }
    InkMap inside = map;
    for (const Cell& cell : cells) {
        clear(inside.ink, cell, side);
    }
    inside.threshold = edgeThreshold(inside.ink);
    InkMap unruled = inside;
    removeRuling(unruled);
    if (!findDigit(unruled)) {
        return false;
    }
    inside.paper = without(map, cells, side);
    map = std::move(inside);
    return true;
}

} // namespace digitpad
