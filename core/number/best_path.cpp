// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/best_path.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace digitpad {

std::vector<std::size_t>
bestPath(std::size_t count, std::span<const PieceRun> runs, std::span<const double> scores)
{
    constexpr double kUnreached = -std::numeric_limits<double>::infinity();
    std::vector<std::size_t> byEnd(runs.size());
    std::iota(byEnd.begin(), byEnd.end(), std::size_t{0});
    std::ranges::stable_sort(byEnd, {}, [&](std::size_t run) { return runs[run].end; });

    std::vector<double> best(count + 1, kUnreached);
    std::vector<std::size_t> last(count + 1); // the run that ends there on the best way
    best[0] = 0;
    for (const std::size_t run : byEnd) {
        const double total = best[runs[run].first] + scores[run];
        if (total > best[runs[run].end]) {
            best[runs[run].end] = total;
            last[runs[run].end] = run;
        }
    }

    std::vector<std::size_t> path;
    if (best[count] == kUnreached) {
        return path;
    }
    for (std::size_t end = count; end > 0; end = runs[path.back()].first) {
        path.push_back(last[end]);
    }
    std::ranges::reverse(path);
    return path;
}

} // namespace digitpad
