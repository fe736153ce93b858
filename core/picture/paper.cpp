// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/paper.h"

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

// Light changes slowly: its field has at most that many values along the long side.
constexpr int kFieldSide = 128;

// Light that changes by that part within two cells has a step there.
constexpr float kStep = 0.15F;

template <class Better> Plane extremes(const Plane& plane, int reach, Better better)
{
    Plane rows = plane;
    for (int y = 0; y < plane.height; ++y) {
        for (int x = 0; x < plane.width; ++x) {
            const int end = std::min(x + reach, plane.width - 1);
            for (int i = std::max(x - reach, 0); i <= end; ++i) {
                rows.at(x, y) = better(rows.at(x, y), plane.at(i, y));
            }
        }
    }
    Plane result = rows;
    for (int y = 0; y < plane.height; ++y) {
        const int end = std::min(y + reach, plane.height - 1);
        for (int i = std::max(y - reach, 0); i <= end; ++i) {
            for (int x = 0; x < plane.width; ++x) {
                result.at(x, y) = better(result.at(x, y), rows.at(x, i));
            }
        }
    }
    return result;
}

float greater(float a, float b)
{
    return std::max(a, b);
}

float smaller(float a, float b)
{
    return std::min(a, b);
}

Plane closed(const Plane& plane, int reach)
{
    return extremes(extremes(plane, reach, greater), reach, smaller);
}

/// Sums and counts of known values, from which means are carried into the unknown.
struct Known {
    Plane sum;
    Plane count;
};

/// Fills what is unknown from coarser and coarser means (push-pull, Gortler et al. 1996).
Plane filled(const Known& known)
{
    const int width = known.sum.width;
    const int height = known.sum.height;
    Plane result(width, height);
    const bool isWhole = std::all_of(
        known.count.values.begin(), known.count.values.end(), [](float n) { return n > 0; });
    if (!isWhole && width * height > 1) {
        Known coarse{shrunk(known.sum, 2), shrunk(known.count, 2)};
        result = spread(filled(coarse), 2, width, height);
    }
    for (std::size_t i = 0; i < result.values.size(); ++i) {
        if (known.count.values[i] > 0) {
            result.values[i] = known.sum.values[i] / known.count.values[i];
        }
    }
    return result;
}

/// The paper of a field whose cells are that large.
Paper paperOf(const Plane& field, int cell, int width, int height)
{
    constexpr int kReach = 2;
    const Plane smooth = smoothed(field);
    Plane darkest = extremes(smooth, kReach, smaller);
    Plane lightest = extremes(smooth, kReach, greater);
    const Plane smoother = smoothed(smooth);
    bool isSmooth = true;
    for (std::size_t i = 0; i < smooth.values.size(); ++i) {
        if (lightest.values[i] - darkest.values[i] > kStep * lightest.values[i]) {
            isSmooth = false;
        } else {
            darkest.values[i] = lightest.values[i] = smoother.values[i];
        }
    }
    Paper paper{.darkest = spread(darkest, cell, width, height), .lightest = {}};
    paper.lightest = isSmooth ? paper.darkest : spread(lightest, cell, width, height);
    return paper;
}

} // namespace

int fieldCell(const Plane& plane)
{
    return (std::max(plane.width, plane.height) + kFieldSide - 1) / kFieldSide;
}

Paper roughPaper(const Plane& brightness, double part)
{
    const int cell = fieldCell(brightness);
    const Plane field = smoothed(shrunk(brightness, cell));
    const double side = std::sqrt(static_cast<double>(field.width) * field.height);
    const int reach = std::max(1, static_cast<int>(std::lround(side * part / 2)));
    return paperOf(closed(field, reach), cell, brightness.width, brightness.height);
}

Paper refinedPaper(const Plane& brightness, const Plane& ink, float threshold)
{
    const int cell = fieldCell(brightness);
    constexpr int kSoft = 2; // pixels of a stroke's edge that are no longer ink and not yet paper
    const Plane near = extremes(ink, kSoft, greater);
    Known known{Plane(brightness.width, brightness.height), Plane(ink.width, ink.height)};
    for (std::size_t i = 0; i < ink.values.size(); ++i) {
        if (near.values[i] <= threshold) {
            known.sum.values[i] = brightness.values[i];
            known.count.values[i] = 1;
        }
    }
    known = {shrunk(known.sum, cell), shrunk(known.count, cell)};
    return paperOf(filled(known), cell, brightness.width, brightness.height);
}

} // namespace digitpad
