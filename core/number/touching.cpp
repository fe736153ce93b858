// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/touching.h"

#include "core/number/extent.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace digitpad {

namespace {

/// Calls work(x, y) along all strokes, at most `step` apart.
template <class Work> void walk(const Ink& ink, double step, const Work& work)
{
    constexpr double kMostSteps = 20'000; // of a segment
    for (const Stroke& stroke : ink) {
        for (std::size_t i = 0; i < stroke.size(); ++i) {
            const Point& to = stroke[i];
            const Point& from = stroke[i > 0 ? i - 1 : 0];
            if (!isFinite(to) || !isFinite(from)) {
                continue;
            }
            const double steps =
                std::clamp(std::hypot(to.x - from.x, to.y - from.y) / step, 1.0, kMostSteps);
            for (double k = 1; k < steps + 1; ++k) {
                const double part = std::min(k / steps, 1.0);
                work(std::lerp(from.x, to.x, part), std::lerp(from.y, to.y, part));
            }
        }
    }
}

/// Squares over what two drawings have in common, some of them inked.
class Grid {
public:
    Grid(const Extent& a, const Extent& b, double side)
        : m_left(std::max(a.left, b.left) - 2 * side),
          m_top(std::max(a.top, b.top) - 2 * side),
          m_side(side),
          m_columns(countOf(m_left, std::min(a.right, b.right) + 2 * side)),
          m_rows(countOf(m_top, std::min(a.bottom, b.bottom) + 2 * side))
    {
        constexpr double kMost = 1e6; // hostile numbers
        if (m_columns > 0 && m_rows > 0 && m_columns * m_rows < kMost) {
            m_isInked.resize(static_cast<std::size_t>(m_columns * m_rows));
        }
    }

    [[nodiscard]] bool isEmpty() const { return m_isInked.empty(); }

    void ink(double x, double y)
    {
        const double column = std::floor((x - m_left) / m_side);
        const double row = std::floor((y - m_top) / m_side);
        if (isIn(column, row)) {
            m_isInked[indexOf(column, row)] = true;
        }
    }

    /// Whether a square there or next to it is inked.
    [[nodiscard]] bool isInkedNear(double x, double y) const
    {
        const double column = std::floor((x - m_left) / m_side);
        const double row = std::floor((y - m_top) / m_side);
        for (const double v : {row - 1, row, row + 1}) {
            for (const double u : {column - 1, column, column + 1}) {
                if (isIn(u, v) && m_isInked[indexOf(u, v)]) {
                    return true;
                }
            }
        }
        return false;
    }

private:
    [[nodiscard]] double countOf(double from, double to) const
    {
        return std::ceil((to - from) / m_side);
    }
    [[nodiscard]] bool isIn(double column, double row) const
    {
        return column >= 0 && column < m_columns && row >= 0 && row < m_rows;
    }
    [[nodiscard]] std::size_t indexOf(double column, double row) const
    {
        return static_cast<std::size_t>(row * m_columns + column);
    }

    double m_left;
    double m_top;
    double m_side;
    double m_columns;
    double m_rows;
    std::vector<bool> m_isInked;
};

} // namespace

bool areTouching(const Ink& a, const Ink& b, double reach)
{
    const double side =
        reach / 1.5; // from the middle of a square to that of the next or of a corner
    Grid grid(extentOf(a), extentOf(b), side);
    if (grid.isEmpty()) {
        return false;
    }
    walk(a, side / 2, [&](double x, double y) { grid.ink(x, y); });
    bool isNear = false;
    walk(b, side / 2, [&](double x, double y) { isNear = isNear || grid.isInkedNear(x, y); });
    return isNear;
}

} // namespace digitpad
