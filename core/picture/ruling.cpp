// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/ruling.h"

#include "core/picture/line_family.h"
#include "core/picture/straight_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace digitpad {

namespace {

// Smaller pictures show no lines beside their digit.
constexpr int kSmallest = 96;

// Lines are lighter or thinner than the pen by that, or they are many.
constexpr float kLighter = 0.75F;
constexpr double kThinner = 0.6;
constexpr int kMany = 5; // more bars than any digit has

struct Pen {
    float level = 0;
    double width = 0;
};

Plane transposed(const Plane& plane)
{
    Plane result(plane.height, plane.width);
    for (int y = 0; y < plane.height; ++y) {
        for (int x = 0; x < plane.width; ++x) {
            result.at(y, x) = plane.at(x, y);
        }
    }
    return result;
}

/// The most ink of one column in the rows from `first` to `last`.
float mostInk(const Plane& ink, int x, int first, int last)
{
    float most = 0;
    for (int y = std::max(first, 0); y <= std::min(last, ink.height - 1); ++y) {
        most = std::max(most, ink.at(x, y));
    }
    return most;
}

/// Makes paper of a line where nothing crosses it: neither above nor below it is more ink than
/// `inked`, nor is it itself darker than `darkest`.
void erase(Plane& ink, const StraightLine& line, float inked, float darkest)
{
    const double half = line.width / 2 + 1;
    const int next = 1 + static_cast<int>(line.width / 8);
    std::vector<float> dark(line.middles.size());
    const auto top = [&](int x) {
        return static_cast<int>(std::floor(line.middles[static_cast<std::size_t>(x)] - half));
    };
    const auto bottom = [&](int x) {
        return static_cast<int>(std::ceil(line.middles[static_cast<std::size_t>(x)] + half)) - 1;
    };
    for (int x = 0; x < ink.width; ++x) {
        dark[static_cast<std::size_t>(x)] = mostInk(ink, x, top(x), bottom(x));
    }
    for (int x = 0; x < ink.width; ++x) {
        const auto from = dark.begin() + std::max(x - 2, 0);
        const auto end = dark.begin() + std::min(x + 3, ink.width);
        std::vector<float> around(from, end);
        const bool crosses = mostInk(ink, x, top(x) - next, top(x) - 1) > inked ||
                             mostInk(ink, x, bottom(x) + 1, bottom(x) + next) > inked ||
                             quantile(std::move(around), 0.5) > darkest;
        if (!crosses) {
            for (int y = std::max(top(x), 0); y <= std::min(bottom(x), ink.height - 1); ++y) {
                ink.at(x, y) = std::min(ink.at(x, y), 0.0F);
            }
        }
    }
}

/// A long stroke has its width times its length as area, and twice its length as outline.
Pen penOf(const Plane& ink)
{
    const Plane edges = gradient(ink);
    const float threshold = edgeThreshold(ink);
    double area = 0;
    double outline = 0;
    for (std::size_t i = 0; i < ink.values.size(); ++i) {
        if (ink.values[i] > threshold / 2) {
            area += ink.values[i];
            outline += edges.values[i];
        }
    }
    return {2 * threshold, outline > 0 ? 2 * area / outline : 0};
}

/// Lines of one direction.
struct Ruling {
    std::vector<StraightLine> lines;

    [[nodiscard]] float middleOf(float StraightLine::*value) const
    {
        std::vector<float> values;
        for (const StraightLine& line : lines) {
            values.push_back(line.*value);
        }
        return quantile(std::move(values), 0.5);
    }
};

bool isFainterThan(const StraightLine& line, const Pen& pen)
{
    return line.level < kLighter * pen.level || line.width < kThinner * pen.width;
}

/// Leaves those that cannot be strokes. `hasOther` is whether there are lines in the other
/// direction.
void keepRuled(Ruling& ruling, const Pen& pen, bool hasOther)
{
    const auto across = std::ranges::count_if(ruling.lines, &StraightLine::isAcross);
    const float width = ruling.middleOf(&StraightLine::width);
    const float level = ruling.middleOf(&StraightLine::level);
    const bool areMany = std::ssize(ruling.lines) >= kMany || across >= 2;
    std::erase_if(ruling.lines, [&](const StraightLine& line) {
        const bool isAlike = line.width < 2 * width + 2 && line.level < 1.8F * level;
        const bool isFaint = isFainterThan(line, pen);
        const bool isRuled =
            (areMany && isAlike && (line.isAcross || line.span > 0.6 || isFaint)) ||
            (line.isAcross && (isFaint || hasOther)) || (hasOther && line.span > 0.6 && isFaint);
        return !isRuled;
    });
}

} // namespace

bool removeRuling(InkMap& map)
{
    if (std::min(map.ink.width, map.ink.height) < kSmallest) {
        return false;
    }
    Plane upright = transposed(map.ink);
    std::array<Ruling, 2> rulings{Ruling{straightLines(map.ink)}, Ruling{straightLines(upright)}};
    if (rulings[0].lines.empty() && rulings[1].lines.empty()) {
        return false;
    }

    constexpr float kDarkerThanAny = 10;
    constexpr float kDarker = 1.3F; // by less, ink cannot be told from a line
    const auto eraseAll = [&](Plane ink, float darkness) {
        for (const Ruling& ruling : rulings) {
            for (const StraightLine& line : ruling.lines) {
                const float darkest = std::lerp(line.level, darkness, 0.5F);
                erase(
                    ink, line, 0.8F * map.threshold,
                    darkness > kDarker * line.level ? darkest : kDarkerThanAny);
            }
            ink = transposed(ink);
        }
        return ink;
    };
    const Pen pen = penOf(eraseAll(map.ink, kDarkerThanAny));
    const std::array<bool, 2> has{!rulings[0].lines.empty(), !rulings[1].lines.empty()};
    keepRuled(rulings[0], pen, has[1]);
    keepRuled(rulings[1], pen, !rulings[0].lines.empty());
    if (rulings[0].lines.empty() && rulings[1].lines.empty()) {
        return false;
    }
    rulings[0].lines = withHiddenLines(rulings[0].lines, map.ink);
    rulings[1].lines = withHiddenLines(rulings[1].lines, upright);
    map.ink = eraseAll(std::move(map.ink), pen.level);
    map.threshold = edgeThreshold(map.ink);
    return true;
}

} // namespace digitpad
