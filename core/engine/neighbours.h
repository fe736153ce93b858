// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace digitpad {

/// Makes a point's squared distances to others the probabilities that it picks each as its
/// neighbour: proportional to exp(-distance² / 2σ²), with such a σ that 2 to the power of their
/// entropy in bits is `perplexity` (G. Hinton, S. Roweis: Stochastic Neighbor Embedding, 2002).
/// They sum to 1. Where so few others are as near as the nearest cannot be told apart, it comes as
/// near to it as can be. perplexity: above 1 and below the number of others.
void toNeighbourProbabilities(std::span<float> squaredDistances, double perplexity);

} // namespace digitpad
