// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/options_json.h"

#include <gtest/gtest.h>

#include <limits>

namespace digitpad {
namespace {

/// Every option another than by default.
TrainingOptions unusual()
{
    TrainingOptions options{
        .network = "convnet",
        .epochs = 7,
        .batchSize = 33,
        .learningRate = 0.1 / 3,
        .seed = std::numeric_limits<std::uint64_t>::max(),
        .shuffle = false,
        .hiddenUnits = 99,
        .mean = 0.25,
        .deviation = 0.5,
        .device = "cuda:1",
        .threads = 3,
        .schedule = true,
        .weightDecay = 0.02,
        .labelSmoothing = 0.03,
        .averaging = 0.999,
        .calibration = 0.05};
    options.augmentation[Corruption::PenWidth] = {.share = 0.25, .strength = 1.5};
    return options;
}

TEST(OptionsJson, HoldsEveryOption)
{
    const TrainingOptions options = unusual();
    const auto read = optionsFromJson(optionsToJson(options));
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->network, options.network);
    EXPECT_EQ(read->epochs, options.epochs);
    EXPECT_EQ(read->batchSize, options.batchSize);
    EXPECT_EQ(read->learningRate, options.learningRate);
    EXPECT_EQ(read->seed, options.seed);
    EXPECT_EQ(read->shuffle, options.shuffle);
    EXPECT_EQ(read->hiddenUnits, options.hiddenUnits);
    EXPECT_EQ(read->mean, options.mean);
    EXPECT_EQ(read->deviation, options.deviation);
    EXPECT_EQ(read->device, options.device);
    EXPECT_EQ(read->threads, options.threads);
    EXPECT_EQ(read->schedule, options.schedule);
    EXPECT_EQ(read->weightDecay, options.weightDecay);
    EXPECT_EQ(read->labelSmoothing, options.labelSmoothing);
    EXPECT_EQ(read->averaging, options.averaging);
    EXPECT_EQ(read->calibration, options.calibration);
    for (const Corruption corruption : kCorruptions) {
        EXPECT_EQ(read->augmentation[corruption].share, options.augmentation[corruption].share);
        EXPECT_EQ(
            read->augmentation[corruption].strength, options.augmentation[corruption].strength);
    }
    EXPECT_EQ(optionsToJson(*read), optionsToJson(options));
}

TEST(OptionsJson, GivesWhatIsMissingItsDefault)
{
    const auto read = optionsFromJson(R"({"epochs": 9, "from the future": [1, 2]})");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->epochs, 9);
    EXPECT_EQ(read->batchSize, TrainingOptions{}.batchSize);
}

TEST(OptionsJson, RefusesWhatIsNone)
{
    for (const char* text :
         {"",
          "{",
          "[]",
          "7",
          "null",
          R"({"epochs": 0})",
          R"({"epochs": 10001})",
          R"({"epochs": 2.5})",
          R"({"epochs": "5"})",
          R"({"epochs": -1})",
          R"({"learningRate": 0})",
          R"({"learningRate": 1e999})",
          R"({"learningRate": null})",
          R"({"deviation": 0})",
          R"({"shuffle": 1})",
          R"({"seed": -1})",
          R"({"seed": "1x"})",
          R"({"seed": "18446744073709551616"})",
          R"({"seed": 1.5})",
          R"({"network": 5})",
          R"({"threads": 1025})",
          R"({"averaging": 1})",
          R"({"augmentation": []})",
          R"({"augmentation": {"rotation": 1}})",
          R"({"augmentation": {"rotation": {"share": 2}}})"}) {
        const auto read = optionsFromJson(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, ErrorCode::Damaged) << text;
    }
    EXPECT_EQ(
        optionsFromJson(R"({"learningRate": 11})").error().detail,
        "options: learningRate: expected a number from 5e-324 to 10.0");
}

TEST(OptionsJson, RefusesMoreThanOptionsTake)
{
    EXPECT_EQ(optionsFromJson(std::string(70'000, ' ') + "{}").error().code, ErrorCode::TooLarge);
    EXPECT_EQ(
        optionsFromJson(R"({"network": ")" + std::string(101, 'x') + "\"}").error().code,
        ErrorCode::Damaged);
}

TEST(OptionsJson, BearsDeepNesting)
{
    EXPECT_FALSE(optionsFromJson(std::string(60'000, '[')));
    EXPECT_TRUE(
        optionsFromJson(R"({"x":)" + std::string(20'000, '[') + std::string(20'000, ']') + "}"));
}

} // namespace
} // namespace digitpad
