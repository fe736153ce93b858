// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/line_family.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

namespace digitpad {

namespace {

// The part of its columns that a line which a digit hides is seen in at least: where the distances
// of the others let one expect it, and elsewhere.
constexpr double kLeastExpected = 0.3;
constexpr double kLeastElsewhere = 0.6;
// How far from where it is expected, as a part of the distance between lines.
constexpr double kAstray = 0.12;

constexpr int kStrips = 64;

float middleOf(std::vector<float> values)
{
    return quantile(std::move(values), 0.5);
}

/// Lines seen from edge to edge, and others that run along with them.
class Family {
public:
    Family(std::vector<StraightLine> across, const Plane& ink)
        : m_ink(ink), m_across(std::move(across)), m_distance(ink.height)
    {
        std::ranges::sort(m_across, {}, rowOf);
        std::vector<float> widths;
        std::vector<float> levels;
        for (const StraightLine& line : m_across) {
            widths.push_back(line.width);
            levels.push_back(line.level);
        }
        m_width = middleOf(std::move(widths));
        m_level = middleOf(std::move(levels));
        for (std::size_t i = 1; i < m_across.size(); ++i) {
            m_distance = std::min(m_distance, rowOf(m_across[i]) - rowOf(m_across[i - 1]));
        }
    }

    /// The row of a line half-way along it.
    static double rowOf(const StraightLine& line) { return line.middles[line.middles.size() / 2]; }

    [[nodiscard]] bool isNear(const StraightLine& line, const StraightLine& other) const
    {
        return std::abs(rowOf(line) - rowOf(other)) < m_width + 2;
    }

    /// The hidden lines that the ink shows.
    [[nodiscard]] std::vector<StraightLine> hidden() const
    {
        std::vector<StraightLine> found;
        for (int row = 0; row < m_ink.height; ++row) {
            StraightLine line = lineAt(row);
            line.span = seenPart(line);
            const bool isKnown = std::ranges::any_of(
                m_across, [&](const StraightLine& other) { return isNear(line, other); });
            if (isKnown || line.span < (isExpected(row) ? kLeastExpected : kLeastElsewhere)) {
                continue;
            }
            if (found.empty() || !isNear(line, found.back())) {
                found.push_back(std::move(line));
            } else if (line.span > found.back().span) {
                found.back() = std::move(line);
            }
        }
        return found;
    }

private:
    /// The line that runs through a row half-way along it, between its neighbours as the row is.
    [[nodiscard]] StraightLine lineAt(double row) const
    {
        StraightLine line = m_across.front();
        line.width = m_width;
        line.level = m_level;
        line.isAcross = false;
        if (m_across.size() == 1) {
            const auto shift = static_cast<float>(row - rowOf(line));
            for (float& middle : line.middles) {
                middle += shift;
            }
            return line;
        }
        const auto above = std::ranges::lower_bound(m_across, row, {}, rowOf);
        const auto last = std::prev(m_across.end());
        const auto after = std::clamp(above, std::next(m_across.begin()), last);
        const StraightLine& a = *std::prev(after);
        const StraightLine& b = *after;
        const double part = (row - rowOf(a)) / std::max(rowOf(b) - rowOf(a), 1.0);
        for (std::size_t x = 0; x < line.middles.size(); ++x) {
            line.middles[x] = std::lerp(a.middles[x], b.middles[x], static_cast<float>(part));
        }
        return line;
    }

    /// Whether a row lies some times the lines' distance away from one of them.
    [[nodiscard]] bool isExpected(double row) const
    {
        return m_across.size() > 1 && std::ranges::any_of(m_across, [&](const StraightLine& line) {
                   const double times = std::abs(row - rowOf(line)) / m_distance;
                   return std::abs(times - 1) < kAstray;
               });
    }

    /// The mean ink of some columns, so many rows below a line.
    [[nodiscard]] float inkBelow(const StraightLine& line, int first, int end, double rows) const
    {
        float sum = 0;
        for (int x = first; x < end; ++x) {
            const double y = std::floor(line.middles[static_cast<std::size_t>(x)] + rows);
            if (y >= 0 && y < m_ink.height) {
                sum += std::max(m_ink.at(x, static_cast<int>(y)), 0.0F);
            }
        }
        return sum / static_cast<float>(end - first);
    }

    /// The part of its columns in which a line is darker than what is above and below it, but no
    /// darker than the others.
    [[nodiscard]] double seenPart(const StraightLine& line) const
    {
        const int strip = std::max(3, (m_ink.width + kStrips - 1) / kStrips);
        const double beside = m_width / 2 + 3;
        int seen = 0;
        int count = 0;
        for (int x = 0; x + strip <= m_ink.width; x += strip, ++count) {
            const float on = std::max(
                {inkBelow(line, x, x + strip, -1), inkBelow(line, x, x + strip, 0),
                 inkBelow(line, x, x + strip, 1)});
            const float off = std::max(
                inkBelow(line, x, x + strip, -beside), inkBelow(line, x, x + strip, beside));
            seen += on > 0.6F * m_level && on < 1.5F * m_level && off < 0.5F * on ? 1 : 0;
        }
        return count > 0 ? static_cast<double>(seen) / count : 0;
    }

    const Plane& m_ink;
    std::vector<StraightLine> m_across; ///< from top to bottom
    float m_width = 0;
    float m_level = 0;
    double m_distance; ///< the least between two of them
};

} // namespace

std::vector<StraightLine> withHiddenLines(const std::vector<StraightLine>& lines, const Plane& ink)
{
    std::vector<StraightLine> all;
    std::ranges::copy_if(lines, std::back_inserter(all), &StraightLine::isAcross);
    if (all.empty()) {
        return lines;
    }
    const Family family(all, ink);
    std::ranges::move(family.hidden(), std::back_inserter(all));
    for (const StraightLine& line : lines) { // seen in part, and running otherwise
        const bool isNew = std::ranges::none_of(
            all, [&](const StraightLine& other) { return family.isNear(line, other); });
        if (isNew) {
            all.push_back(line);
        }
    }
    return all;
}

} // namespace digitpad
