// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/score.h"

#include <algorithm>
#include <cmath>

namespace digitpad {

double seamScore(const Seam& seam, bool isParted)
{
    // Logistic regression over numbers composed of pen strokes (see number_ink.h).
    const double logit = seam.isCut ? -4
                                    : 2.0 + 4.5 * std::clamp(seam.gap, -0.4, 0.3) +
                                          4.9 * std::clamp(seam.distance, 0.0, 0.25) +
                                          8.7 * std::clamp(seam.middles, 0.0, 0.8) -
                                          5.7 * std::clamp(seam.tops, 0.0, 0.4) -
                                          11.7 * std::clamp(seam.bottoms, 0.0, 0.4);
    return -std::log1p(std::exp(isParted ? -logit : logit));
}

double shapeScore(double width, double height)
{
    const double wide = std::max(width - 1.0, 0.0);
    const double low = std::max(0.6 - height, 0.0);
    return -8 * wide * wide - 30 * low * low;
}

double stackScore(double gap)
{
    return 20 * (0.08 - std::max(gap, 0.0));
}

double readingScore(const Prediction& prediction)
{
    constexpr double kLeast = 1e-4;
    return std::log(std::max(double{prediction.confidence()}, kLeast)) +
           std::log(std::max(double{prediction.digitScore}, kLeast));
}

} // namespace digitpad
