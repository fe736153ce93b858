// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/neighbours.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace digitpad {
namespace {

constexpr int kMostHalvings = 60;
constexpr double kCloseEnough = 1e-4; // of the entropy in nats

/// Fills in exp(-precision × distance) and returns the entropy of what these are proportional to.
double weigh(std::span<const float> distances, double precision, std::span<float> weights)
{
    double sum = 0;
    double meanDistance = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i] = std::exp(static_cast<float>(-precision) * distances[i]);
        sum += weights[i];
        meanDistance += double{weights[i]} * distances[i];
    }
    return std::log(sum) + precision * meanDistance / sum;
}

} // namespace

void toNeighbourProbabilities(std::span<float> squaredDistances, double perplexity)
{
    // Distances beyond the nearest, so that the largest weight is 1 whatever the precision; in
    // units of their mean, so that the search knows where to begin.
    std::vector<float> distances(squaredDistances.begin(), squaredDistances.end());
    const float nearest = *std::ranges::min_element(distances);
    double mean = 0;
    for (float& distance : distances) {
        distance -= nearest;
        mean += distance;
    }
    mean /= static_cast<double>(distances.size());
    if (mean > 0) {
        for (float& distance : distances) {
            distance = static_cast<float>(distance / mean);
        }
    }
    const double wanted = std::log(perplexity);
    double low = -20; // logarithms of the precision
    double high = 20;
    for (int i = 0; i < kMostHalvings; ++i) {
        const double middle = (low + high) / 2;
        const double entropy = weigh(distances, std::exp(middle), squaredDistances);
        if (std::abs(entropy - wanted) < kCloseEnough) {
            break;
        }
        (entropy > wanted ? low : high) = middle;
    }
    const double sum = std::accumulate(squaredDistances.begin(), squaredDistances.end(), 0.0);
    for (float& weight : squaredDistances) {
        weight = static_cast<float>(weight / sum);
    }
}

} // namespace digitpad
