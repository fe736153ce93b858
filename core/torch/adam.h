// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>

namespace digitpad {

// D. P. Kingma, J. Ba: Adam: A Method for Stochastic Optimization, 2015, algorithm 1, with the
// paper's constants, which are torch.optim.Adam's defaults too.
inline constexpr double kAdamBeta1 = 0.9;
inline constexpr double kAdamBeta2 = 0.999;
inline constexpr double kAdamEpsilon = 1e-8;

/// The corrections of the moments' start from zero, as factors:
/// parameter -= size × mean / (√square × squareRootScale + epsilon).
struct AdamStep {
    double size;
    double squareRootScale;
};

/// step: from 1.
inline AdamStep adamStep(double learningRate, std::int64_t step)
{
    return {
        .size = learningRate / (1 - std::pow(kAdamBeta1, static_cast<double>(step))),
        .squareRootScale = 1 / std::sqrt(1 - std::pow(kAdamBeta2, static_cast<double>(step)))};
}

} // namespace digitpad
