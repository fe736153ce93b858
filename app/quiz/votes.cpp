// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quiz/votes.h"

#include <algorithm>

namespace digitpad {

std::array<int, 10> Votes::counts() const
{
    std::array<int, 10> counts{};
    for (const int digit : m_cast) {
        ++counts[static_cast<std::size_t>(digit)];
    }
    return counts;
}

std::optional<int> Votes::answer() const
{
    const auto all = counts();
    const auto most = std::ranges::max_element(all);
    if (*most == 0 || std::ranges::count(all, *most) > 1) {
        return std::nullopt;
    }
    return static_cast<int>(most - all.begin());
}

} // namespace digitpad
