// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/thickest_places.h"

#include <algorithm>
#include <cstddef>

namespace digitpad {

namespace {

constexpr int kCells = 20; // across the map and down it

/// A square of 3×3 cells of the map.
struct Square {
    int count = 0;
    double x = 0;
    double y = 0;

    void add(const Place& place)
    {
        ++count;
        x += place.x;
        y += place.y;
    }
};

int cellOf(float value, float low, float high)
{
    const float part = high > low ? (value - low) / (high - low) : 0;
    return std::min(static_cast<int>(part * kCells), kCells - 1);
}

} // namespace

std::array<std::optional<Place>, 10>
thickestPlaces(std::span<const MapPoint> points, std::span<const Place> places)
{
    std::array<std::optional<Place>, 10> thickest;
    if (places.empty() || points.size() != places.size()) {
        return thickest;
    }
    const auto [left, right] = std::ranges::minmax(places, {}, &Place::x);
    const auto [top, bottom] = std::ranges::minmax(places, {}, &Place::y);
    // Each point counts for all nine squares that it lies in; those have a border of one cell.
    constexpr int kAcross = kCells + 2;
    std::array<std::vector<Square>, 10> squares;
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto& own = squares.at(points[i].digit);
        own.resize(std::size_t{kAcross} * kAcross);
        const int column = cellOf(places[i].x, left.x, right.x);
        const int row = cellOf(places[i].y, top.y, bottom.y);
        for (int at = 0; at < 9; ++at) {
            own.at(static_cast<std::size_t>(row + at / 3) * kAcross +
                   static_cast<std::size_t>(column + at % 3))
                .add(places[i]);
        }
    }
    for (std::size_t digit = 0; digit < squares.size(); ++digit) {
        const auto most = std::ranges::max_element(squares[digit], {}, &Square::count);
        if (most != squares[digit].end()) {
            thickest[digit] = Place{
                .x = static_cast<float>(most->x / most->count),
                .y = static_cast<float>(most->y / most->count)};
        }
    }
    return thickest;
}

} // namespace digitpad
