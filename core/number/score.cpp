// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/score.h"

#include <algorithm>
#include <cmath>

namespace digitpad {

// All weights but those of cuts and stacks were learnt together, as those of a conditional random
// field (J. Lafferty, A. McCallum, F. Pereira 2001) over the ways to divide numbers composed of pen
// strokes (composeNumber) and single digits, with the weight of the probability held at 1 and that
// of the digit score at 3: freely chosen they would be higher, for the network knows these writers.

double partingScore(const Seam& seam)
{
    if (seam.cut > 0) {
        return -1 - 10 * seam.cut;
    }
    return 3.4 + 1.1 * std::clamp(seam.gap, -0.4, 0.3) + 4.0 * std::clamp(seam.middles, 0.0, 0.8) -
           3.8 * std::clamp(seam.tops, 0.0, 0.4) - 7.3 * std::clamp(seam.bottoms, 0.0, 0.4);
}

double shapeScore(double width, double height)
{
    const double wide = std::max(width - 0.8, 0.0);
    const double veryWide = std::max(width - 1.0, 0.0);
    const double low = std::max(0.85 - height, 0.0);
    const double veryLow = std::max(0.6 - height, 0.0);
    return -0.8 - 9.0 * wide - 4.5 * veryWide * veryWide - 7.9 * low - 14.2 * veryLow * veryLow;
}

double stackScore(double gap)
{
    return 20 * (0.08 - std::max(gap, 0.0));
}

double readingScore(const Prediction& prediction)
{
    constexpr double kLeast = 1e-4;
    return std::log(std::max(double{prediction.confidence()}, kLeast)) +
           3 * std::log(std::max(double{prediction.digitScore}, kLeast));
}

} // namespace digitpad
