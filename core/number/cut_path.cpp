// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/cut_path.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace digitpad {

namespace {

// What a step to the side costs, in pixels of ink: of ways through as much ink the straight one.
constexpr float kAside = 0.02F;

/// The least cost of a way to each pixel, by the row before; where it came from is found again from
/// the costs.
class Ways {
public:
    /// From the top row down, or from the bottom row up.
    Ways(const Plane& ink, bool isDownward) : m_cost(ink), m_step(isDownward ? 1 : -1)
    {
        const int first = isDownward ? 0 : ink.height - 1;
        for (int i = 1; i < ink.height; ++i) {
            const int y = first + i * m_step;
            for (int x = 0; x < ink.width; ++x) {
                m_cost.at(x, y) += cheapest(x, y).second;
            }
        }
    }

    [[nodiscard]] float at(int x, int y) const { return m_cost.at(x, y); }

    /// The columns of the way to a pixel, written into `columns` from its row on to the way's
    /// start.
    void trace(int x, int y, std::vector<int>& columns) const
    {
        columns[static_cast<std::size_t>(y)] = x;
        for (int before = y - m_step; before >= 0 && before < m_cost.height; before -= m_step) {
            x = cheapest(x, before + m_step).first;
            columns[static_cast<std::size_t>(before)] = x;
        }
    }

private:
    /// The best column in the row before, and its cost.
    [[nodiscard]] std::pair<int, float> cheapest(int x, int y) const
    {
        std::pair best(x, m_cost.at(x, y - m_step));
        for (const int side : {x - 1, x + 1}) {
            if (side >= 0 && side < m_cost.width) {
                const float cost = m_cost.at(side, y - m_step) + kAside;
                if (cost < best.second) {
                    best = {side, cost};
                }
            }
        }
        return best;
    }

    Plane m_cost;
    int m_step;
};

/// Whether full ink lies between two cuts, in at least one pixel.
bool isInkBetween(const Plane& ink, const std::vector<int>& left, const std::vector<int>& right)
{
    for (int y = 0; y < ink.height; ++y) {
        const auto row = static_cast<std::size_t>(y);
        for (int x = left[row]; x < right[row]; ++x) {
            if (ink.at(x, y) > 0.5F) {
                return true;
            }
        }
    }
    return false;
}

/// The columns in which a way through the middle row costs less than further left and right.
std::vector<int> valleys(const std::vector<float>& costs, double most)
{
    std::vector<int> result;
    std::size_t from = 0; // of a stretch of equal costs
    for (std::size_t i = 1; i <= costs.size(); ++i) {
        if (i < costs.size() && std::abs(costs[i] - costs[from]) < 1e-3F) {
            continue;
        }
        const bool isDeep = (from == 0 || costs[from - 1] > costs[from]) &&
                            (i == costs.size() || costs[i] > costs[from]);
        if (isDeep && costs[from] <= most) {
            result.push_back(static_cast<int>((from + i) / 2));
        }
        from = i;
    }
    return result;
}

int strokesAlong(const Plane& ink, const std::vector<int>& columns)
{
    constexpr float kInked = 0.3F;
    int count = 0;
    bool wasInked = false;
    for (int y = 0; y < ink.height; ++y) {
        const int x = std::min(columns[static_cast<std::size_t>(y)], ink.width - 1);
        const bool isInked = ink.at(x, y) > kInked;
        count += isInked && !wasInked ? 1 : 0;
        wasInked = isInked;
    }
    return count;
}

/// Cuts from left to right made not to cross, without those that leave no ink between them and the
/// next; of two that part the ink in the same way the one that cuts less.
std::vector<CutPath> useful(const Plane& ink, std::vector<CutPath> cuts)
{
    const auto rows = static_cast<std::size_t>(ink.height);
    const std::vector<int> leftEnd(rows, 0);
    const std::vector<int> rightEnd(rows, ink.width);
    std::vector<CutPath> result;
    for (CutPath& cut : cuts) {
        const std::vector<int>& before = result.empty() ? leftEnd : result.back().columns;
        for (std::size_t row = 0; row < rows; ++row) {
            cut.columns[row] = std::max(cut.columns[row], before[row]);
        }
        if (!isInkBetween(ink, cut.columns, rightEnd)) {
            continue;
        }
        if (isInkBetween(ink, before, cut.columns)) {
            result.push_back(std::move(cut));
        } else if (!result.empty() && cut.ink < result.back().ink) {
            result.back() = std::move(cut);
        }
    }
    return result;
}

} // namespace

std::vector<CutPath> findCuts(const Plane& ink, double mostInk)
{
    if (ink.width < 3 || ink.height < 1) {
        return {};
    }
    const Ways down(ink, true);
    const Ways up(ink, false);
    const int middle = ink.height / 2;
    std::vector<float> costs;
    for (int x = 0; x < ink.width; ++x) {
        costs.push_back(down.at(x, middle) + up.at(x, middle) - ink.at(x, middle));
    }
    std::vector<CutPath> cuts;
    for (const int x : valleys(costs, mostInk)) {
        CutPath cut{
            .columns = std::vector<int>(static_cast<std::size_t>(ink.height)),
            .ink = costs[static_cast<std::size_t>(x)]};
        up.trace(x, middle, cut.columns);
        down.trace(x, middle, cut.columns);
        cuts.push_back(std::move(cut));
    }
    cuts = useful(ink, std::move(cuts));
    for (CutPath& cut : cuts) {
        cut.strokes = strokesAlong(ink, cut.columns);
    }
    return cuts;
}

} // namespace digitpad
