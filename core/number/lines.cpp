// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/lines.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace digitpad {

namespace {

/// Sets that grow together (union-find with path halving).
class Groups {
public:
    explicit Groups(std::size_t count) : m_parent(count)
    {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }

    std::size_t of(std::size_t i)
    {
        while (m_parent[i] != i) {
            m_parent[i] = m_parent[m_parent[i]];
            i = m_parent[i];
        }
        return i;
    }

    void join(std::size_t a, std::size_t b) { m_parent[of(a)] = of(b); }

private:
    std::vector<std::size_t> m_parent;
};

/// The length that two stretches have in common; negative is the gap between them.
double common(double from, double to, double otherFrom, double otherTo)
{
    return std::min(to, otherTo) - std::max(from, otherFrom);
}

/// Whether two traces stand beside each other on one line; what is low may stand at any height of
/// the other. `height` is that of the writing.
bool areBeside(const Extent& a, const Extent& b, double height)
{
    constexpr double kSameLine = 0.4; // of the lower one's height
    constexpr double kNear = 3;       // heights of the writing: beyond, lines may have sloped away
    const double least = 0.3 * height;
    const double lower = std::max(std::min(a.height(), b.height()), least);
    const double grow = std::max(0.0, (least - std::min(a.height(), b.height())) / 2);
    return common(a.left, a.right, b.left, b.right) > -kNear * height &&
           common(a.top, a.bottom, b.top, b.bottom) + grow > kSameLine * lower;
}

/// Whether one is a small part of what the other is: the bar of a 5 above it, the foot of a 1.
bool isPartOf(const Extent& small, const Extent& large, double height)
{
    constexpr double kClose = 0.25; // heights of the writing
    return small.height() < 0.5 * height &&
           common(small.left, small.right, large.left, large.right) > 0 &&
           common(small.top, small.bottom, large.top, large.bottom) > -kClose * height;
}

} // namespace

double writingHeight(std::span<const Extent> parts)
{
    double sum = 0;
    double squares = 0;
    for (const Extent& part : parts) {
        sum += part.height();
        squares += part.height() * part.height();
    }
    return sum > 0 ? squares / sum : 0;
}

std::vector<std::vector<std::size_t>> groupIntoLines(std::span<const Extent> parts)
{
    const double height = writingHeight(parts);
    Groups groups(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (areBeside(parts[i], parts[j], height) || isPartOf(parts[i], parts[j], height) ||
                isPartOf(parts[j], parts[i], height)) {
                groups.join(i, j);
            }
        }
    }
    std::vector<std::vector<std::size_t>> lines(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        lines[groups.of(i)].push_back(i);
    }
    std::erase_if(lines, [](const auto& line) { return line.empty(); });

    std::ranges::stable_sort(lines, {}, [&](const std::vector<std::size_t>& line) {
        Extent extent;
        for (const std::size_t i : line) {
            extent.add(parts[i]);
        }
        return extent.top + extent.bottom;
    });
    return lines;
}

} // namespace digitpad
