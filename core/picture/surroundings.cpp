// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/surroundings.h"

#include "core/picture/digit.h"
#include "core/picture/ruling.h"

#include <algorithm>
#include <cstddef>
#include <optional>
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

bool isOutside(const Plane& field, const Cell& cell)
{
    return cell.x < 0 || cell.y < 0 || cell.x >= field.width || cell.y >= field.height;
}

/// The cells that are dark and have none but dark ones around them, 1; the others 0. Lines, be they
/// a net of them, have no such cell. Beyond the picture it goes on as at its edge.
Plane solid(const Plane& field, float threshold)
{
    Plane result(field.width, field.height);
    for (int y = 0; y < field.height; ++y) {
        for (int x = 0; x < field.width; ++x) {
            bool isSolid = true;
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx) {
                    isSolid = isSolid && field.at(
                                             std::clamp(x + dx, 0, field.width - 1),
                                             std::clamp(y + dy, 0, field.height - 1)) > threshold;
                }
            }
            result.at(x, y) = isSolid ? 1 : 0;
        }
    }
    return result;
}

/// Takes a connected dark part off `field`.
std::vector<Cell> take(Plane& field, float threshold, Cell start)
{
    std::vector<Cell> part;
    std::vector<Cell> open{start};
    while (!open.empty()) {
        const auto [x, y] = open.back();
        open.pop_back();
        if (isOutside(field, {x, y}) || field.at(x, y) <= threshold) {
            continue;
        }
        field.at(x, y) = 0;
        part.push_back({x, y});
        open.insert(open.end(), {{x + 1, y}, {x - 1, y}, {x, y + 1}, {x, y - 1}});
    }
    return part;
}

bool isOnEdge(const Cell& cell, const Plane& field)
{
    return cell.x == 0 || cell.y == 0 || cell.x + 1 == field.width || cell.y + 1 == field.height;
}

/// Whether cells lie on a long part of the picture's edge.
bool isBroad(const std::vector<Cell>& cells, const Plane& field)
{
    const auto onEdge =
        std::ranges::count_if(cells, [&](const Cell& cell) { return isOnEdge(cell, field); });
    return static_cast<double>(onEdge) > kBroad * std::min(field.width, field.height);
}

/// Adds the dark cells next to those in `cells`, which solid() left out.
void grow(std::vector<Cell>& cells, const Plane& field, float threshold)
{
    Plane isIn(field.width, field.height);
    for (const Cell& cell : cells) {
        isIn.at(cell.x, cell.y) = 1;
    }
    const std::vector<Cell> inner = cells;
    for (const Cell& cell : inner) {
        for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) {
                const Cell next{cell.x + dx, cell.y + dy};
                if (!isOutside(field, next) && isIn.at(next.x, next.y) == 0 &&
                    field.at(next.x, next.y) > threshold) {
                    isIn.at(next.x, next.y) = 1;
                    cells.push_back(next);
                }
            }
        }
    }
}

/// The cells of all that comes in on a broad front. Of a net of lines that hangs on a table, only
/// the table.
std::vector<Cell> surroundings(const Plane& field, float threshold)
{
    std::vector<Cell> result;
    Plane isSolid = solid(field, threshold);
    Plane isDark = field;
    const auto takeFrom = [&](int x, int y) {
        const std::vector<Cell> part = take(isDark, threshold, {x, y});
        std::vector<Cell> table;
        for (const Cell& cell : part) {
            if (isOnEdge(cell, field)) {
                const std::vector<Cell> more = take(isSolid, 0, cell);
                table.insert(table.end(), more.begin(), more.end());
            }
        }
        grow(table, field, threshold);
        const std::vector<Cell>& taken = 2 * table.size() > part.size() ? part : table;
        if (isBroad(taken, field)) {
            result.insert(result.end(), taken.begin(), taken.end());
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
    const auto indexOf = [columns](int x, int y) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) +
               static_cast<std::size_t>(x);
    };
    std::vector<bool> isTaken(indexOf(0, rows));
    for (const Cell& cell : cells) {
        isTaken[indexOf(cell.x, cell.y)] = true;
    }
    PicturePart part{
        map.left + map.ink.width * map.cell, map.top + map.ink.height * map.cell, map.left,
        map.top};
    const int step = side * map.cell;
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            if (!isTaken[indexOf(x, y)]) {
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

/// Whether a box keeps clear of the edges, where what is left of the surroundings would be.
bool isInside(const Box& box, const Plane& ink)
{
    return box.left > 0 && box.top > 0 && box.right < ink.width && box.bottom < ink.height;
}

} // namespace

bool removeSurroundings(InkMap& map)
{
    // Ink of less contrast may be what the edge of the table left.
    constexpr float kFaintest = 0.06F; // half of what full ink has
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
    raiseThreshold(unruled);
    const std::optional<Digit> digit = findDigit(unruled);
    if (!digit || unruled.threshold < kFaintest || !isInside(digit->box, map.ink)) {
        return false;
    }
    inside.threshold = unruled.threshold;
    inside.paper = without(map, cells, side);
    map = std::move(inside);
    return true;
}

} // namespace digitpad
