// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <vector>

namespace digitpad {

namespace {

constexpr int kFieldSide = 96; // a sheet is large: that is enough to know its outline
constexpr int kSmallest = 24;  // cells; in smaller pictures no shape is known well enough

constexpr double kTableOnEdge = 0.75; // of the picture's edge shows the table at least
constexpr float kContrast = 0.15F;    // between sheet and table at least
constexpr double kLeastPart = 0.15;   // of the picture that a sheet covers
constexpr double kRectangular = 0.86; // of the smallest rectangle around it; an ellipse fills 0.79
constexpr double kMostInk = 0.35;     // of a sheet
constexpr double kLongest = 2.2;      // long side over short side; a 1 is longer

/// A set of cells.
struct Cells {
    int width = 0;
    int height = 0;
    std::vector<bool> in;

    Cells(int w, int h, bool value = false)
        : width(w), height(h), in(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), value)
    {
    }
    [[nodiscard]] std::size_t index(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(x);
    }
    [[nodiscard]] bool has(int x, int y) const
    {
        return x >= 0 && y >= 0 && x < width && y < height && in[index(x, y)];
    }
    [[nodiscard]] int count() const { return static_cast<int>(std::ranges::count(in, true)); }
};

/// The threshold that leaves the least variance within the two parts (Otsu 1979), in 64 steps.
float otsu(const std::vector<float>& values)
{
    constexpr int kBins = 64;
    std::array<double, kBins> counts{};
    for (const float value : values) {
        counts[static_cast<std::size_t>(std::clamp(value, 0.0F, 0.999F) * kBins)] += 1;
    }
    const auto total = static_cast<double>(values.size());
    double sum = 0;
    for (int i = 0; i < kBins; ++i) {
        sum += i * counts[static_cast<std::size_t>(i)];
    }
    double below = 0;
    double sumBelow = 0;
    double best = -1;
    int threshold = 0;
    for (int i = 0; i + 1 < kBins; ++i) {
        below += counts[static_cast<std::size_t>(i)];
        sumBelow += i * counts[static_cast<std::size_t>(i)];
        if (below <= 0 || below >= total) {
            continue;
        }
        const double distance = sumBelow / below - (sum - sumBelow) / (total - below);
        const double between = below * (total - below) * distance * distance;
        if (between > best) {
            best = between;
            threshold = i;
        }
    }
    return static_cast<float>(threshold + 1) / kBins;
}

/// Takes what is connected (over edges) with a cell out of `from`.
Cells takeConnected(Cells& from, int startX, int startY)
{
    Cells taken(from.width, from.height);
    std::vector<std::pair<int, int>> open{{startX, startY}};
    from.in[from.index(startX, startY)] = false;
    while (!open.empty()) {
        const auto [x, y] = open.back();
        open.pop_back();
        taken.in[taken.index(x, y)] = true;
        for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
            if (from.has(x + dx, y + dy)) {
                from.in[from.index(x + dx, y + dy)] = false;
                open.emplace_back(x + dx, y + dy);
            }
        }
    }
    return taken;
}

Cells largestConnected(Cells cells)
{
    Cells largest(cells.width, cells.height);
    int most = 0;
    for (int y = 0; y < cells.height; ++y) {
        for (int x = 0; x < cells.width; ++x) {
            if (cells.has(x, y)) {
                Cells part = takeConnected(cells, x, y);
                if (const int count = part.count(); count > most) {
                    most = count;
                    largest = std::move(part);
                }
            }
        }
    }
    return largest;
}

/// The cells and all that they enclose.
Cells filledIn(const Cells& cells)
{
    Cells framed(cells.width + 2, cells.height + 2, true); // all that is outside is connected
    for (int y = 0; y < cells.height; ++y) {
        for (int x = 0; x < cells.width; ++x) {
            framed.in[framed.index(x + 1, y + 1)] = !cells.has(x, y);
        }
    }
    const Cells outside = takeConnected(framed, 0, 0);
    Cells filled(cells.width, cells.height);
    for (int y = 0; y < cells.height; ++y) {
        for (int x = 0; x < cells.width; ++x) {
            filled.in[filled.index(x, y)] = !outside.has(x + 1, y + 1);
        }
    }
    return filled;
}

struct Rectangle {
    double area = std::numeric_limits<double>::infinity();
    double longOverShort = 1;
};

/// The smallest rectangle of 30 directions around the cells.
Rectangle smallestRectangle(const Cells& cells)
{
    Rectangle smallest;
    for (int degrees = 0; degrees < 90; degrees += 3) {
        const double angle = degrees * std::numbers::pi / 180;
        const double c = std::cos(angle);
        const double s = std::sin(angle);
        double left = std::numeric_limits<double>::infinity();
        double right = -left;
        double top = left;
        double bottom = -left;
        for (int y = 0; y < cells.height; ++y) {
            for (int x = 0; x < cells.width; ++x) {
                if (cells.has(x, y)) {
                    left = std::min(left, c * x + s * y);
                    right = std::max(right, c * x + s * y);
                    top = std::min(top, c * y - s * x);
                    bottom = std::max(bottom, c * y - s * x);
                }
            }
        }
        const double across = right - left + c + s; // cells are squares, not points
        const double down = bottom - top + c + s;
        if (across * down < smallest.area) {
            smallest = {across * down, std::max(across, down) / std::min(across, down)};
        }
    }
    return smallest;
}

/// Whether a filled shape is a sheet: rectangular, and neither long as a 1 is, nor with a compact
/// hole in it, as a 0 is. `paper` is all that is as bright as the shape, what ink encloses too.
bool isSheet(const Cells& paper, const Cells& filled)
{
    const double area = filled.count();
    const Rectangle around = smallestRectangle(filled);
    if (area < kLeastPart * static_cast<double>(filled.in.size()) ||
        area < kRectangular * around.area || around.longOverShort > kLongest) {
        return false;
    }
    Cells holes = filled;
    for (std::size_t i = 0; i < holes.in.size(); ++i) {
        holes.in[i] = filled.in[i] && !paper.in[i];
    }
    if (holes.count() > kMostInk * area) {
        return false;
    }
    const Cells hole = largestConnected(std::move(holes));
    if (hole.count() < 0.02 * area) {
        return true; // thin ink, or none that can be seen from so far
    }
    const Rectangle aroundHole = smallestRectangle(hole);
    return hole.count() < 0.7 * aroundHole.area || aroundHole.longOverShort > kLongest;
}

Plane brightnessOf(const Colours& colours)
{
    Plane brightness = colours.green;
    for (std::size_t i = 0; i < brightness.values.size(); ++i) {
        brightness.values[i] =
            (colours.red.values[i] + colours.green.values[i] + colours.blue.values[i]) / 3;
    }
    return brightness;
}

/// All that is not like the picture's edge; none where the edge is not mostly of one kind.
std::optional<Cells> unlikeTheEdge(const Plane& field)
{
    const float threshold = otsu(field.values);
    Cells light(field.width, field.height);
    std::array<double, 2> sums{};
    std::array<int, 2> counts{};
    int edge = 0;
    int lightEdge = 0;
    for (int y = 0; y < field.height; ++y) {
        for (int x = 0; x < field.width; ++x) {
            const bool isLight = field.at(x, y) >= threshold;
            light.in[light.index(x, y)] = isLight;
            sums[isLight ? 1 : 0] += field.at(x, y);
            counts[isLight ? 1 : 0] += 1;
            if (x == 0 || y == 0 || x + 1 == field.width || y + 1 == field.height) {
                ++edge;
                lightEdge += isLight ? 1 : 0;
            }
        }
    }
    if (counts[0] == 0 || counts[1] == 0 || sums[1] / counts[1] - sums[0] / counts[0] < kContrast ||
        std::max(lightEdge, edge - lightEdge) < kTableOnEdge * edge) {
        return std::nullopt;
    }
    if (2 * lightEdge > edge) { // a dark board before a light wall
        light.in.flip();
    }
    return light;
}

/// The part of the plane around the filled cells.
struct Part {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

Part partAround(const Cells& filled, int cell, const Plane& plane)
{
    Part part{plane.width, plane.height, 0, 0};
    for (int y = 0; y < filled.height; ++y) {
        for (int x = 0; x < filled.width; ++x) {
            if (filled.has(x, y)) {
                part = {
                    std::min(part.left, x * cell), std::min(part.top, y * cell),
                    std::max(part.right, std::min((x + 1) * cell, plane.width)),
                    std::max(part.bottom, std::min((y + 1) * cell, plane.height))};
            }
        }
    }
    return part;
}

Plane cut(const Plane& plane, const Part& part)
{
    Plane result(part.right - part.left, part.bottom - part.top);
    for (int y = 0; y < result.height; ++y) {
        for (int x = 0; x < result.width; ++x) {
            result.at(x, y) = plane.at(part.left + x, part.top + y);
        }
    }
    return result;
}

/// Without its outermost cells, which hold the sheet's edge and its shadow.
Cells shrunkByOne(const Cells& cells)
{
    Cells result(cells.width, cells.height);
    for (int y = 0; y < cells.height; ++y) {
        for (int x = 0; x < cells.width; ++x) {
            bool isInside = true;
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx) {
                    isInside = isInside && cells.has(x + dx, y + dy);
                }
            }
            result.in[result.index(x, y)] = isInside;
        }
    }
    return result;
}

} // namespace

std::optional<Colours> sheetIn(const Colours& colours)
{
    const Plane brightness = brightnessOf(colours);
    const int cell = (std::max(brightness.width, brightness.height) + kFieldSide - 1) / kFieldSide;
    const Plane field = shrunk(brightness, cell);
    if (std::min(field.width, field.height) < kSmallest) {
        return std::nullopt;
    }
    const std::optional<Cells> paper = unlikeTheEdge(field);
    if (!paper) {
        return std::nullopt;
    }
    const Cells filled = filledIn(largestConnected(*paper));
    if (!isSheet(*paper, filled)) {
        return std::nullopt;
    }

    const Cells inside = shrunkByOne(filled);
    const Part part = partAround(inside, cell, brightness);
    Colours sheet{
        .red = cut(colours.red, part),
        .green = cut(colours.green, part),
        .blue = cut(colours.blue, part),
        .alpha = cut(colours.alpha, part),
        .left = colours.left + part.left * colours.cell,
        .top = colours.top + part.top * colours.cell,
        .cell = colours.cell};
    for (int y = 0; y < sheet.alpha.height; ++y) {
        for (int x = 0; x < sheet.alpha.width; ++x) {
            if (!inside.has((part.left + x) / cell, (part.top + y) / cell)) {
                sheet.alpha.at(x, y) = 0;
            }
        }
    }
    return sheet;
}

} // namespace digitpad
