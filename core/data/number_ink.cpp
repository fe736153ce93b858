// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/number_ink.h"

#include "core/data/chance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

// The same numbers on every machine: nothing here may depend on the standard library's
// distributions, or on libm beyond sqrt.

namespace digitpad {

namespace {

struct Bounds {
    double left = std::numeric_limits<double>::infinity();
    double top = std::numeric_limits<double>::infinity();
    double right = -std::numeric_limits<double>::infinity();
    double bottom = -std::numeric_limits<double>::infinity();

    [[nodiscard]] double height() const { return bottom - top; }
};

Bounds boundsOf(const Ink& ink)
{
    Bounds bounds;
    for (const Stroke& stroke : ink) {
        for (const Point& point : stroke) {
            bounds.left = std::min(bounds.left, point.x);
            bounds.top = std::min(bounds.top, point.y);
            bounds.right = std::max(bounds.right, point.x);
            bounds.bottom = std::max(bounds.bottom, point.y);
        }
    }
    return bounds;
}

/// Moves and scales so that the left end lies at 0 and the lower one at `baseline`.
Ink placed(const Ink& ink, const Bounds& bounds, double scale, double baseline)
{
    Ink result = ink;
    for (Stroke& stroke : result) {
        for (Point& point : stroke) {
            point = {(point.x - bounds.left) * scale, (point.y - bounds.bottom) * scale + baseline};
        }
    }
    return result;
}

/// How far ink reaches to one side, in bands of height from `top` on.
class Profile {
public:
    Profile(double top, double height) : m_top(top), m_band(height / kBands)
    {
        m_reach.fill(-std::numeric_limits<double>::infinity());
    }

    /// side 1 is the right, -1 the left.
    void add(const Ink& ink, double side)
    {
        for (const Stroke& stroke : ink) {
            for (std::size_t i = 0; i < stroke.size(); ++i) {
                addLine(stroke[i > 0 ? i - 1 : 0], stroke[i], side);
            }
        }
    }

    /// By how much the two overlap when not moved; negative where a gap is.
    [[nodiscard]] static double overlap(const Profile& right, const Profile& left)
    {
        double most = -std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < kBands; ++i) {
            most = std::max(most, right.m_reach[i] + left.m_reach[i]);
        }
        return most;
    }

private:
    static constexpr std::size_t kBands = 48;

    void addLine(const Point& from, const Point& to, double side)
    {
        const int steps = 1 + static_cast<int>(std::abs(to.y - from.y) / m_band * 2);
        for (int step = 0; step <= steps; ++step) {
            const double part = static_cast<double>(step) / steps;
            const double y = from.y + part * (to.y - from.y);
            const double x = from.x + part * (to.x - from.x);
            const double band = std::clamp((y - m_top) / m_band, 0.0, kBands - 1.0);
            double& reach = m_reach[static_cast<std::size_t>(band)];
            reach = std::max(reach, side * x);
        }
    }

    double m_top;
    double m_band;
    std::array<double, kBands> m_reach{};
};

/// How far to the right the next digit goes to touch what stands there already, or to cross it by
/// `depth`; but not so far to the left that the boxes around them overlap by more than `most`.
double touchingPlace(const Ink& before, const Ink& next, double depth, double most)
{
    const Bounds a = boundsOf(before);
    const Bounds b = boundsOf(next);
    const double top = std::min(a.top, b.top);
    const double height = std::max({a.bottom - top, b.bottom - top, depth});
    Profile right(top, height);
    right.add(before, 1);
    Profile left(top, height);
    left.add(next, -1);
    const double place = Profile::overlap(right, left) - depth;
    // Digits at different heights have no band in common: side by side then.
    return std::isfinite(place) ? std::max(place, a.right - most) : a.right;
}

double usualHeight(std::span<const InkSample* const> digits)
{
    std::vector<double> heights;
    heights.reserve(digits.size());
    for (const InkSample* digit : digits) {
        heights.push_back(boundsOf(digit->ink).height());
    }
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

void move(Ink& ink, double dx, double slope)
{
    for (Stroke& stroke : ink) {
        for (Point& point : stroke) {
            point.x += dx;
            point.y += slope * point.x;
        }
    }
}

} // namespace

NumberInk composeNumber(
    std::span<const InkSample> digits, std::mt19937_64& random, const NumberInkOptions& options)
{
    std::vector<const InkSample*> usable;
    for (const InkSample& digit : digits) {
        const Bounds bounds = boundsOf(digit.ink);
        if (digit.label && bounds.height() > 0 && std::isfinite(bounds.right - bounds.left)) {
            usable.push_back(&digit);
        }
    }
    NumberInk number;
    if (usable.empty()) {
        return number;
    }

    Chance chance(random);
    const double usual = usualHeight(usable);
    const std::size_t count =
        options.leastDigits + chance.below(options.mostDigits - options.leastDigits + 1);
    const bool isEven = chance.isSo(0.5);
    const double waver = chance.isSo(0.25) ? 0.12 : 0.04;
    const double slope = chance.around(0.03);
    Ink before; // the digit before, as it stands on a level line
    for (std::size_t i = 0; i < count; ++i) {
        const InkSample& digit = *usable[chance.below(usable.size())];
        const Bounds bounds = boundsOf(digit.ink);
        const double size = 1 + chance.around(0.06);
        const double baseline = chance.around(waver) * usual;
        Ink ink =
            placed(digit.ink, bounds, isEven ? size * usual / bounds.height() : size, baseline);
        double left = 0;
        if (i > 0) {
            left = chance.isSo(options.touching)
                       ? touchingPlace(before, ink, chance.between(0, 0.06) * usual, 0.25 * usual)
                       : boundsOf(before).right + chance.between(0.05, 0.45) * usual;
        }
        move(ink, left, 0);
        before = ink;
        move(ink, 0, slope);
        number.text += static_cast<char>('0' + *digit.label);
        number.firstStrokes.push_back(number.ink.size());
        number.ink.insert(number.ink.end(), ink.begin(), ink.end());
    }
    return number;
}

} // namespace digitpad
