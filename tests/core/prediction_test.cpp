// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/prediction.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

using namespace digitpad;

namespace {

Glyph dot()
{
    Glyph glyph;
    glyph.set(14, 14, 255);
    return glyph;
}

} // namespace

TEST(PredictionOf, IsTheSoftmax)
{
    const std::vector<float> logits{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    const Prediction prediction = predictionOf(logits, dot());
    double sum = 0;
    for (const float logit : logits) {
        sum += std::exp(logit);
    }
    for (std::size_t i = 0; i < 10; ++i) {
        EXPECT_NEAR(prediction.probabilities[i], std::exp(logits[i]) / sum, 1e-7);
    }
    EXPECT_EQ(prediction.digitScore, 1);
}

TEST(PredictionOf, BearsLogitsThatExpCannot)
{
    std::vector<float> logits(10, -1000);
    logits[3] = 1000;
    const Prediction prediction = predictionOf(logits, dot());
    EXPECT_EQ(prediction.probabilities[3], 1);
    EXPECT_EQ(prediction.probabilities[4], 0);
}

TEST(PredictionOf, TellsADigitFromNoDigitByTheEleventhLogit)
{
    const std::vector<float> logits{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    EXPECT_NEAR(predictionOf(logits, dot()).digitScore, 10.0 / 11, 1e-6);
    EXPECT_EQ(predictionOf(logits, Glyph{}).digitScore, 0); // there is nothing
}
