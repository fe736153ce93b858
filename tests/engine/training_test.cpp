// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training.h"

#include "tests/engine/test_engine.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

using namespace digitpad;
using tests::makeEngine;
using tests::parametersOf;
using tests::trained;

namespace {

TrainingOptions quick()
{
    return {.epochs = 2, .batchSize = 16, .hiddenUnits = 16, .threads = 1};
}

ErrorCode refused(const Dataset& data, const TrainingOptions& options, const std::string& part)
{
    const auto result = makeEngine()->train(data, {}, options, "", {}, {});
    EXPECT_FALSE(result.has_value());
    if (result) {
        return ErrorCode::Internal;
    }
    EXPECT_NE(result.error().detail.find(part), std::string::npos) << result.error().detail;
    return result.error().code;
}

} // namespace

TEST(Training, LearnsSyntheticDigits)
{
    const Dataset data = syntheticDigits(4000, 1);
    const Dataset test = syntheticDigits(500, 2);
    const TrainingResult result =
        trained(data, {.epochs = 3, .hiddenUnits = 32, .threads = 1}, {}, test);
    ASSERT_EQ(result.epochs.size(), 3U);
    EXPECT_GT(result.epochs.back().testAccuracy, 0.7); // by chance: 0.1
    EXPECT_LT(result.epochs.back().trainingLoss, result.epochs.front().trainingLoss);
    EXPECT_LT(result.epochs.back().testLoss, 1.0); // by chance: 2.3
    EXPECT_FALSE(result.stopped);
    EXPECT_GT(result.seconds, 0);
}

TEST(Training, ReportsAsTheArticleDoes)
{
    const Dataset data = syntheticDigits(1605, 1); // 101 batches of 16, the last one of 5
    std::vector<TrainingProgress> progress;
    std::vector<LossPoint> losses;
    std::vector<EpochResult> epochs;
    const TrainingResult result = trained(
        data, quick(),
        {.onProgress = [&](const TrainingProgress& p) { progress.push_back(p); },
         .onLoss = [&](const LossPoint& p) { losses.push_back(p); },
         .onEpoch = [&](const EpochResult& e) { epochs.push_back(e); }});

    ASSERT_EQ(progress.size(), 202U);
    EXPECT_EQ(progress[0].epoch, 1);
    EXPECT_EQ(progress[0].batch, 1);
    EXPECT_EQ(progress[100].batch, 101);
    EXPECT_EQ(progress[101].epoch, 2);
    EXPECT_EQ(progress[201].batches, 101);
    EXPECT_GT(progress[0].secondsLeft, 0);
    EXPECT_EQ(progress[201].secondsLeft, 0);
    EXPECT_GT(progress[201].digitsPerSecond, 0);

    ASSERT_EQ(losses.size(), 2U);
    EXPECT_EQ(losses[1].epoch, 2);
    EXPECT_EQ(losses[1].batch, 100);
    EXPECT_GT(losses[0].loss, losses[1].loss);
    EXPECT_EQ(result.losses.size(), 2U);

    ASSERT_EQ(epochs.size(), 2U);
    EXPECT_EQ(epochs[0].epoch, 1);
    EXPECT_FALSE(epochs[0].testAccuracy.has_value());
    EXPECT_EQ(result.epochs.size(), 2U);
}

TEST(Training, ReportsTheLossOfAShortEpochAtItsEnd)
{
    const TrainingResult result = trained(syntheticDigits(500, 1), quick()); // 32 batches of 16
    ASSERT_EQ(result.losses.size(), 2U);
    EXPECT_EQ(result.losses[1].epoch, 2);
    EXPECT_EQ(result.losses[1].batch, 32);
    EXPECT_EQ(result.losses[1].loss, result.epochs[1].trainingLoss);
}

TEST(Training, GivesTheSameBitsForTheSameSeed)
{
    const Dataset data = syntheticDigits(500, 1);
    for (const int threads : {1, 2}) {
        TrainingOptions options = quick();
        options.threads = threads;
        const std::string first = trained(data, options).model->toPth().value();
        EXPECT_EQ(trained(data, options).model->toPth().value(), first);
        options.seed = 43;
        EXPECT_NE(trained(data, options).model->toPth().value(), first);
    }
}

TEST(Training, ShufflesUnlessToldNotTo)
{
    const Dataset data = syntheticDigits(500, 1);
    TrainingOptions options = quick();
    const auto shuffled = parametersOf(*trained(data, options).model);
    options.shuffle = false;
    EXPECT_NE(parametersOf(*trained(data, options).model), shuffled);
}

TEST(Training, TakesABatchLargerThanTheData)
{
    TrainingOptions options = quick();
    options.batchSize = 65'536;
    const TrainingResult result = trained(syntheticDigits(30, 1), options);
    EXPECT_EQ(result.epochs.size(), 2U);
}

TEST(Training, StopsBetweenBatchesAndKeepsWhatItLearnt)
{
    const Dataset data = syntheticDigits(500, 1);
    std::stop_source stop;
    int batches = 0;
    const TrainingResult result = trained(
        data, quick(),
        {.onProgress =
             [&](const TrainingProgress& p) {
                 ++batches;
                 if (p.epoch == 2 && p.batch == 3) {
                     stop.request_stop();
                 }
             },
         .onLoss = {},
         .onEpoch = {}},
        {}, stop.get_token());
    EXPECT_EQ(batches, 32 + 3);
    EXPECT_TRUE(result.stopped);
    EXPECT_EQ(result.epochs.size(), 1U);
    ASSERT_NE(result.model, nullptr);
    TrainingOptions one = quick();
    one.epochs = 1;
    EXPECT_NE(parametersOf(*result.model), parametersOf(*trained(data, one).model));
}

TEST(Training, RecordsItsRecipeInTheFile)
{
    TrainingOptions options = quick();
    options.seed = 18'446'744'073'709'551'615U;
    options.mean = 0.2;
    const Dataset test = syntheticDigits(50, 2);
    const TrainingResult result = trained(syntheticDigits(100, 1), options, {}, test);
    const auto loaded = makeEngine()->load(result.model->toPth().value(), "cpu").value();
    EXPECT_EQ(loaded->info().recipe, result.model->info().recipe);
    const auto recipe = nlohmann::json::parse(loaded->info().recipe);
    EXPECT_EQ(recipe["network"], "simple-nn");
    EXPECT_EQ(recipe["hiddenUnits"], 16);
    EXPECT_EQ(recipe["seed"].get<std::uint64_t>(), options.seed);
    EXPECT_EQ(recipe["mean"], 0.2);
    EXPECT_EQ(recipe["data"], "synthetic");
    EXPECT_EQ(recipe["epochsDone"], 2);
    EXPECT_EQ(recipe["testAccuracy"], *result.epochs.back().testAccuracy);
    // And reads with the same normalisation.
    EXPECT_EQ(
        loaded->read(test.glyphs).value().at(0).probabilities,
        result.model->read(test.glyphs).value().at(0).probabilities);
}

TEST(Training, SurvivesADataNameThatIsNoUtf8)
{
    const auto result =
        makeEngine()->train(syntheticDigits(20, 1), {}, quick(), "\xff\xfe", {}, {});
    ASSERT_TRUE(result.has_value());
    EXPECT_TRUE(nlohmann::json::accept(result->model->info().recipe));
}

TEST(Training, SaysWhereItDiverged)
{
    TrainingOptions options = quick();
    options.deviation = 1e-40; // pixels beyond float32
    EXPECT_EQ(refused(syntheticDigits(200, 1), options, "epoch 1, batch 13"), ErrorCode::Diverged);
}

TEST(Training, RefusesOptionsOutOfRange)
{
    const Dataset data = syntheticDigits(20, 1);
    const auto with = [](auto member, auto value) {
        TrainingOptions options = quick();
        options.*member = value;
        return options;
    };
    using Options = TrainingOptions;
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    const std::pair<Options, const char*> cases[] = {
        {with(&Options::epochs, 0), "epochs: 1 to 10000"},
        {with(&Options::epochs, 10'001), "epochs"},
        {with(&Options::batchSize, 0), "batchSize: 1 to 65536"},
        {with(&Options::batchSize, 65'537), "batchSize"},
        {with(&Options::learningRate, 0.0), "learningRate: above 0, at most 10"},
        {with(&Options::learningRate, kNan), "learningRate"},
        {with(&Options::learningRate, 10.5), "learningRate"},
        {with(&Options::hiddenUnits, 0), "hiddenUnits: 1 to 65536"},
        {with(&Options::hiddenUnits, 65'537), "hiddenUnits"},
        {with(&Options::mean, kNan), "mean"},
        {with(&Options::deviation, 0.0), "deviation: above 0"},
        {with(&Options::threads, -1), "threads"}};
    for (const auto& [options, part] : cases) {
        EXPECT_EQ(refused(data, options, part), ErrorCode::InvalidOptions);
    }
    EXPECT_EQ(refused({}, quick(), "training data"), ErrorCode::InvalidOptions);
    Dataset mislabelled = data;
    mislabelled.labels[7] = 10;
    EXPECT_EQ(refused(mislabelled, quick(), "label"), ErrorCode::InvalidOptions);
    TrainingOptions elsewhere = quick();
    elsewhere.device = "cuda:99";
    EXPECT_EQ(refused(data, elsewhere, "cpu"), ErrorCode::NoSuchDevice);
}
