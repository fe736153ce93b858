// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/test_engine.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace digitpad;

namespace {

/// Digits, and squares of noise that are none.
Dataset digitsAndNoise(std::size_t count, std::uint64_t seed)
{
    Dataset data = syntheticDigits(count, seed);
    std::mt19937_64 random(seed);
    for (std::size_t i = 0; i < count / 2; ++i) {
        Glyph glyph;
        std::ranges::generate(
            glyph.pixels, [&] { return static_cast<std::uint8_t>(random() >> 56); });
        data.glyphs.push_back(glyph);
        data.labels.push_back(kNoDigit);
    }
    return data;
}

double partAccepted(const Model& model, const Dataset& data, bool digits)
{
    const auto predictions = model.read(data.glyphs).value();
    int count = 0;
    int accepted = 0;
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        if ((data.labels[i] != kNoDigit) == digits) {
            ++count;
            accepted += predictions[i].accepted() ? 1 : 0;
        }
    }
    return static_cast<double>(accepted) / count;
}

TrainingOptions shortRun()
{
    TrainingOptions options = tests::quickConvNet();
    options.augmentation = {};
    options.epochs = 2;
    return options;
}

} // namespace

TEST(Calibration, TurnsAwayWhatIsNoDigitAndHardlyADigit)
{
    const auto model = tests::trained(digitsAndNoise(1500, 1), shortRun()).model;
    const Dataset others = digitsAndNoise(1000, 2);
    EXPECT_GT(partAccepted(*model, others, true), 0.95);
    EXPECT_LT(partAccepted(*model, others, false), 0.02);
}

TEST(Calibration, AcceptsAllWhenNothingElseWasLearnt)
{
    const auto model = tests::trained(syntheticDigits(600, 1), shortRun()).model;
    EXPECT_EQ(partAccepted(*model, syntheticDigits(200, 2), true), 1);
    const std::vector<Glyph> blank(1);
    EXPECT_FALSE(model->read(blank).value().front().accepted());
}

TEST(Calibration, RecordsWhatItDid)
{
    const auto model = tests::trained(digitsAndNoise(600, 1), shortRun()).model;
    const auto recipe = nlohmann::json::parse(model->info().recipe);
    EXPECT_GT(recipe.at("temperature").get<double>(), 0.1);
    EXPECT_LT(recipe.at("temperature").get<double>(), 10);
    const int held = recipe.at("calibrationDigits").get<int>();
    EXPECT_NEAR(held, 180, 40); // a fifth
    EXPECT_EQ(recipe.at("trainingDigits").get<int>(), 900 - held);
}

TEST(Calibration, HoldsAGlyphThatIsThereTwiceOrLearnsItTwice)
{
    Dataset twice = syntheticDigits(300, 1);
    const Dataset once = twice;
    twice.glyphs.insert(twice.glyphs.end(), once.glyphs.begin(), once.glyphs.end());
    twice.labels.insert(twice.labels.end(), once.labels.begin(), once.labels.end());
    const auto held = [](const Dataset& data) {
        TrainingOptions options = shortRun();
        options.epochs = 1;
        const auto recipe =
            nlohmann::json::parse(tests::trained(data, options).model->info().recipe);
        return recipe.at("calibrationDigits").get<int>();
    };
    EXPECT_GT(held(once), 0);
    EXPECT_EQ(held(twice), 2 * held(once));
}

TEST(Calibration, IsLeftOutForTooFewDigits)
{
    TrainingOptions options = shortRun();
    options.calibration = 0.1;
    const auto model = tests::trained(syntheticDigits(100, 1), options).model;
    EXPECT_EQ(nlohmann::json::parse(model->info().recipe).at("temperature").get<double>(), 1);
}
