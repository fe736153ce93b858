// SPDX-License-Identifier: GPL-3.0-or-later

// Engine::fineTune: runs that begin with a model's weights.

#include "core/engine/checkpoint.h"

#include "tests/engine/test_engine.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

using namespace digitpad;
using tests::makeEngine;
using tests::parametersOf;
using tests::quickConvNet;
using tests::trained;

namespace {

TrainingOptions small()
{
    return {.epochs = 2, .batchSize = 16, .hiddenUnits = 24, .threads = 1};
}

TrainingResult fineTuned(
    const Model& from, const Dataset& data, const TrainingOptions& options,
    const TrainingCallbacks& callbacks = {}, const Dataset& test = {})
{
    auto result = makeEngine()->fineTune(from, data, test, options, "hand", callbacks, {});
    EXPECT_TRUE(result.has_value()) << result.error().detail;
    return result ? *std::move(result) : TrainingResult{};
}

nlohmann::json recipeOf(const TrainingResult& result)
{
    return nlohmann::json::parse(result.model->info().recipe);
}

/// Fine-tunes a model, then goes on from each of the run's checkpoints.
void expectResumable(const Model& from, const Dataset& data, const TrainingOptions& options)
{
    const Dataset test = syntheticDigits(30, 4);
    const TrainingResult plain = fineTuned(from, data, options, {}, test);
    std::vector<std::string> files;
    int batch = 0;
    TrainingCallbacks callbacks;
    callbacks.wantsCheckpoint = [&] { return batch++ % 9 == 0; };
    callbacks.onCheckpoint = [&](const Checkpoint& at) { files.push_back(writeCheckpoint(at)); };
    fineTuned(from, data, options, callbacks, test);
    ASSERT_GT(files.size(), static_cast<std::size_t>(options.epochs));
    for (const std::string& file : files) {
        const Checkpoint at = readCheckpoint(file).value();
        const auto resumed = makeEngine()->resume(data, test, at, "hand", {}, {});
        ASSERT_TRUE(resumed.has_value()) << resumed.error().detail;
        EXPECT_EQ(resumed->model->toPth().value(), plain.model->toPth().value());
        EXPECT_EQ(resumed->losses, plain.losses);
        EXPECT_EQ(resumed->epochs, plain.epochs);
    }
}

} // namespace

TEST(FineTuning, BeginsWithTheModelsWeights)
{
    const Dataset data = syntheticDigits(400, 1);
    for (TrainingOptions options : {small(), quickConvNet()}) {
        const auto model = trained(data, options).model;
        options.epochs = 1;
        options.learningRate = 1e-12;
        options.calibration = 0;
        const auto before = parametersOf(*model);
        const auto after = parametersOf(*fineTuned(*model, data, options).model);
        ASSERT_EQ(after.size(), before.size());
        // convnet's first convolution: batch norm's statistics come after it, and they go on.
        const std::size_t compared = options.network == kConvNet ? 800 : before.size();
        for (std::size_t i = 0; i < compared; ++i) {
            ASSERT_NEAR(after[i], before[i], 1e-6) << options.network << " " << i;
        }
    }
}

TEST(FineTuning, LearnsOnWhereTheModelWas)
{
    const Dataset data = syntheticDigits(2000, 1);
    const TrainingResult before = trained(data, small());
    const TrainingResult after = fineTuned(*before.model, data, small());
    EXPECT_LT(after.epochs.front().trainingLoss, before.epochs.back().trainingLoss);
}

TEST(FineTuning, IsTheSameEachTime)
{
    const Dataset data = syntheticDigits(400, 1);
    const auto model = trained(data, small()).model;
    const Dataset hand = syntheticDigits(300, 3);
    const std::string once = fineTuned(*model, hand, small()).model->toPth().value();
    EXPECT_EQ(fineTuned(*model, hand, small()).model->toPth().value(), once);
    const auto loaded = makeEngine()->load(model->toPth().value(), "cpu").value();
    EXPECT_EQ(fineTuned(*loaded, hand, small()).model->toPth().value(), once);
    TrainingOptions other = small();
    other.seed = 43; // of the order alone
    EXPECT_NE(fineTuned(*model, hand, other).model->toPth().value(), once);
}

TEST(FineTuning, CanBeResumed)
{
    const Dataset data = syntheticDigits(300, 1);
    const Dataset hand = syntheticDigits(300, 3);
    expectResumable(*trained(data, small()).model, hand, small());
    TrainingOptions convNet = quickConvNet();
    convNet.calibration = 0;
    expectResumable(*trained(data, convNet).model, hand, convNet);
}

TEST(FineTuning, TakesSizeAndNormalisationFromTheModel)
{
    TrainingOptions options = small();
    options.mean = 0.2;
    options.deviation = 0.4;
    const Dataset data = syntheticDigits(300, 1);
    const auto model = trained(data, options).model;
    TrainingOptions defaults;
    defaults.epochs = 1;
    const auto recipe = recipeOf(fineTuned(*model, data, defaults));
    EXPECT_EQ(recipe["hiddenUnits"], 24);
    EXPECT_EQ(recipe["mean"], 0.2);
    EXPECT_EQ(recipe["deviation"], 0.4);
}

TEST(FineTuning, RecordsWhatCameBefore)
{
    const Dataset data = syntheticDigits(300, 1);
    const TrainingResult first = trained(data, small(), {}, syntheticDigits(50, 2));
    EXPECT_FALSE(recipeOf(first).contains("startedFrom"));
    const TrainingResult second = fineTuned(*first.model, data, small());
    const auto history = recipeOf(second)["startedFrom"];
    ASSERT_EQ(history.size(), 1U);
    EXPECT_EQ(history[0]["data"], "synthetic");
    EXPECT_EQ(history[0]["testAccuracy"], recipeOf(first)["testAccuracy"]);
    const auto longer = recipeOf(fineTuned(*second.model, data, small()))["startedFrom"];
    ASSERT_EQ(longer.size(), 2U);
    EXPECT_EQ(longer[0]["data"], "hand");
    EXPECT_EQ(longer[1]["data"], "synthetic");
    EXPECT_FALSE(longer[0].contains("startedFrom"));
}

TEST(FineTuning, KnowsNothingOfAModelWithoutARecipe)
{
    const Dataset data = syntheticDigits(300, 1);
    NetworkFile file = readNetwork(trained(data, small()).model->toPth().value()).value();
    file.recipe.clear();
    const auto model = makeEngine()->load(writeNetwork(file), "cpu").value();
    const auto history = recipeOf(fineTuned(*model, data, small()))["startedFrom"];
    EXPECT_EQ(history, nlohmann::json::parse("[{}]"));
}

TEST(FineTuning, RefusesAnotherNetwork)
{
    const Dataset data = syntheticDigits(100, 1);
    const auto model = trained(data, small()).model;
    const auto result = makeEngine()->fineTune(*model, data, {}, quickConvNet(), "", {}, {});
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, ErrorCode::InvalidOptions);
    EXPECT_NE(result.error().detail.find("simple-nn"), std::string::npos);
}

TEST(FineTuning, KeepsTheModelWhereItDivergesAtOnce)
{
    const Dataset data = syntheticDigits(64, 1);
    NetworkFile file = readNetwork(trained(data, small()).model->toPth().value()).value();
    std::ranges::fill(file.numbers, 1e30F);
    const auto model = makeEngine()->load(writeNetwork(file), "cpu").value();
    const TrainingResult result = fineTuned(*model, data, small());
    ASSERT_TRUE(result.failure.has_value());
    EXPECT_EQ(result.failure->code, ErrorCode::Diverged);
    EXPECT_EQ(parametersOf(*result.model), file.numbers);
}

TEST(FineTuning, TellsWhatIsChangedOnTheWay)
{
    const Dataset data = syntheticDigits(160, 1); // 10 batches
    const auto model = trained(data, small()).model;
    std::vector<TrainingChange> told;
    int batch = 0;
    TrainingCallbacks callbacks;
    callbacks.beforeBatch = [&](TrainingControls& controls) {
        if (batch++ == 13) {
            controls.learningRate = 0.01;
        }
        if (batch == 16) {
            controls.epochs = 20'000; // out of its range: nothing is changed
        }
    };
    callbacks.onChange = [&](const TrainingChange& change) { told.push_back(change); };
    fineTuned(*model, data, small(), callbacks);
    const TrainingChange wanted{
        .epoch = 2, .batch = 3, .controls = {.learningRate = 0.01, .epochs = 2}};
    EXPECT_EQ(told, std::vector{wanted});
}
