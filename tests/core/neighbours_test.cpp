// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/neighbours.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

using namespace digitpad;

namespace {

double perplexityOf(const std::vector<float>& probabilities)
{
    double entropy = 0;
    for (const float probability : probabilities) {
        entropy -= probability > 0 ? probability * std::log2(probability) : 0;
    }
    return std::exp2(entropy);
}

/// Squared distances of all sizes.
std::vector<float> distances(float unit)
{
    std::vector<float> squared;
    for (int i = 0; i < 100; ++i) {
        squared.push_back(unit * static_cast<float>(3 + (i * 37 % 100) * (i * 37 % 100)));
    }
    return squared;
}

} // namespace

TEST(NeighbourProbabilities, HaveThePerplexityAskedForWhateverTheUnit)
{
    for (const float unit : {1e-6F, 1.0F, 1e6F}) {
        for (const double perplexity : {2.0, 5.0, 30.0, 90.0}) {
            std::vector<float> probabilities = distances(unit);
            toNeighbourProbabilities(probabilities, perplexity);
            EXPECT_NEAR(perplexityOf(probabilities), perplexity, perplexity * 1e-3);
            EXPECT_NEAR(std::reduce(probabilities.begin(), probabilities.end()), 1, 1e-5);
        }
    }
}

TEST(NeighbourProbabilities, AreAGaussianOfTheDistance)
{
    std::vector<float> probabilities{0, 1, 2, 4, 100};
    toNeighbourProbabilities(probabilities, 3);
    const double step = std::log(probabilities[0] / probabilities[1]);
    EXPECT_GT(step, 0);
    EXPECT_NEAR(std::log(probabilities[0] / probabilities[2]), 2 * step, 1e-4);
    EXPECT_NEAR(std::log(probabilities[0] / probabilities[3]), 4 * step, 1e-4);
}

TEST(NeighbourProbabilities, AreEqualForEqualDistances)
{
    std::vector<float> probabilities(8, 4);
    toNeighbourProbabilities(probabilities, 3);
    EXPECT_EQ(probabilities, std::vector<float>(8, 0.125));
}
