// SPDX-License-Identifier: GPL-3.0-or-later

// Runs that are interrupted, steered and gone on with. A checkpoint goes through its file's bytes
// each time.

#include "core/engine/checkpoint.h"

#include "tests/engine/test_engine.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cmath>
#include <limits>
#include <thread>
#include <utility>

using namespace digitpad;
using tests::makeEngine;
using tests::parametersOf;
using tests::quickConvNet;
using tests::trained;

namespace {

/// 105 batches an epoch, the last one of 4; two loss points a run.
TrainingOptions leanOptions(int threads)
{
    return {.epochs = 2, .batchSize = 8, .hiddenUnits = 16, .threads = threads};
}

/// simple-nn by the long way, with everything on.
TrainingOptions fullOptions()
{
    TrainingOptions options = leanOptions(2);
    options.augmentation = strongAugmentation();
    options.schedule = true;
    options.weightDecay = 0.02;
    options.labelSmoothing = 0.03;
    options.averaging = 0.99;
    options.calibration = 0.2;
    return options;
}

struct Data {
    Dataset training = syntheticDigits(836, 1);
    Dataset test = syntheticDigits(60, 2);
};

/// Asks for a checkpoint before every `every`th batch and takes them, as their files' bytes.
struct Keeper {
    explicit Keeper(int every = 0)
    {
        callbacks.onCheckpoint = [this](const Checkpoint& checkpoint) {
            files.push_back(writeCheckpoint(checkpoint));
        };
        if (every > 0) {
            callbacks.wantsCheckpoint = [this, every] { return m_batch++ % every == 0; };
        }
    }
    Keeper(const Keeper&) = delete;
    Keeper& operator=(const Keeper&) = delete;

    TrainingCallbacks callbacks;
    std::vector<std::string> files;

private:
    int m_batch = 0;
};

Checkpoint readBack(const std::string& file)
{
    auto checkpoint = readCheckpoint(file);
    EXPECT_TRUE(checkpoint.has_value()) << checkpoint.error().detail;
    return checkpoint ? *std::move(checkpoint) : Checkpoint{};
}

TrainingResult
resumed(const Data& data, const Checkpoint& from, const TrainingCallbacks& callbacks = {})
{
    auto result = makeEngine()->resume(data.training, data.test, from, "synthetic", callbacks, {});
    EXPECT_TRUE(result.has_value()) << result.error().detail;
    return result ? *std::move(result) : TrainingResult{};
}

void expectSame(const TrainingResult& found, const TrainingResult& wanted)
{
    EXPECT_EQ(found.model->toPth().value(), wanted.model->toPth().value());
    EXPECT_EQ(found.losses, wanted.losses);
    EXPECT_EQ(found.epochs, wanted.epochs);
    EXPECT_EQ(found.stopped, wanted.stopped);
    EXPECT_FALSE(found.failure.has_value());
}

/// Goes on from a checkpoint at every `every`th batch and at every epoch's end.
void expectResumable(const TrainingOptions& options, const Data& data, int every)
{
    const TrainingResult plain = trained(data.training, options, {}, data.test);
    Keeper keeper(every);
    expectSame(trained(data.training, options, keeper.callbacks, data.test), plain);
    EXPECT_GT(keeper.files.size(), static_cast<std::size_t>(options.epochs));
    for (const std::string& file : keeper.files) {
        const Checkpoint from = readBack(file);
        SCOPED_TRACE(std::to_string(from.epochs.size()) + "/" + std::to_string(from.batch));
        expectSame(resumed(data, from), plain);
    }
}

ErrorCode refused(const Data& data, const Checkpoint& from, const std::string& part)
{
    const auto result = makeEngine()->resume(data.training, data.test, from, "synthetic", {}, {});
    EXPECT_FALSE(result.has_value());
    if (result) {
        return ErrorCode::Internal;
    }
    EXPECT_NE(result.error().detail.find(part), std::string::npos) << result.error().detail;
    return result.error().code;
}

Checkpoint lastCheckpoint(const Data& data, const TrainingOptions& options)
{
    Keeper keeper;
    trained(data.training, options, keeper.callbacks, data.test);
    return readBack(keeper.files.back());
}

} // namespace

TEST(Resume, EndsWhereTheLeanRunEnds)
{
    for (const int threads : {1, 2}) {
        expectResumable(leanOptions(threads), {}, 17);
    }
}

TEST(Resume, EndsWhereTheRunWithAllOptionsEnds)
{
    expectResumable(fullOptions(), {}, 40);
}

TEST(Resume, EndsWhereTheRunInTheDatasOrderEnds)
{
    TrainingOptions options = leanOptions(1);
    options.shuffle = false;
    expectResumable(options, {}, 60);
}

TEST(Resume, EndsWhereTheConvNetEnds)
{
    const Data data{.training = syntheticDigits(400, 1), .test = syntheticDigits(30, 2)};
    for (const int threads : {1, 2}) {
        TrainingOptions options = quickConvNet();
        options.epochs = 2;
        options.threads = threads;
        expectResumable(options, data, 7);
    }
}

TEST(Resume, GoesOnTwiceAndThrice)
{
    const Data data;
    const TrainingOptions options = leanOptions(1);
    const TrainingResult plain = trained(data.training, options, {}, data.test);
    Keeper first(30);
    trained(data.training, options, first.callbacks, data.test);
    Keeper second(30);
    resumed(data, readBack(first.files[1]), second.callbacks);
    Keeper third(30);
    resumed(data, readBack(second.files[2]), third.callbacks);
    ASSERT_GE(third.files.size(), 2U);
    expectSame(resumed(data, readBack(third.files[1])), plain);
}

TEST(Resume, GoesOnFromWhereItWasStopped)
{
    const Data data;
    const TrainingOptions options = leanOptions(1);
    const TrainingResult plain = trained(data.training, options, {}, data.test);
    for (const int batch : {1, 57, 105}) {
        std::stop_source stop;
        Keeper keeper;
        keeper.callbacks.onProgress = [&](const TrainingProgress& progress) {
            if (progress.epoch == 2 && progress.batch == batch) {
                stop.request_stop();
            }
        };
        const TrainingResult stopped =
            trained(data.training, options, keeper.callbacks, data.test, stop.get_token());
        EXPECT_TRUE(stopped.stopped);
        ASSERT_EQ(keeper.files.size(), 2U); // after the first epoch, and here
        const Checkpoint from = readBack(keeper.files.back());
        EXPECT_EQ(from.batch, batch);
        expectSame(resumed(data, from), plain);
    }
}

TEST(Resume, UsesTheThreadsThatTheRunHad)
{
    const Data data;
    TrainingOptions options = leanOptions(0);
    const Checkpoint checkpoint = lastCheckpoint(data, options);
    EXPECT_GE(checkpoint.options.threads, 1);
    EXPECT_EQ(checkpoint.options.device, "cpu");
}

TEST(Resume, CountsTheTimeBefore)
{
    const Data data;
    Checkpoint from = lastCheckpoint(data, leanOptions(1));
    from.seconds = 1000;
    EXPECT_GE(resumed(data, from).seconds, 1000);
}

TEST(Resume, TellsOnlyWhatIsNew)
{
    const Data data;
    Keeper keeper;
    trained(data.training, leanOptions(1), keeper.callbacks, data.test);
    std::vector<LossPoint> losses;
    std::vector<EpochResult> epochs;
    std::vector<TrainingProgress> progress;
    const TrainingResult result = resumed(
        data, readBack(keeper.files.front()),
        {.onProgress = [&](const TrainingProgress& p) { progress.push_back(p); },
         .onLoss = [&](const LossPoint& p) { losses.push_back(p); },
         .onEpoch = [&](const EpochResult& e) { epochs.push_back(e); }});
    ASSERT_EQ(losses.size(), 1U);
    EXPECT_EQ(losses[0], result.losses[1]);
    ASSERT_EQ(epochs.size(), 1U);
    EXPECT_EQ(epochs[0], result.epochs[1]);
    ASSERT_EQ(progress.size(), 105U);
    EXPECT_EQ(progress.front().epoch, 2);
    EXPECT_EQ(progress.front().batch, 1);
    EXPECT_EQ(progress.back().secondsLeft, 0);
    EXPECT_GT(progress.front().digitsPerSecond, 0);
}

TEST(Resume, GivesOneEpochMore)
{
    const Data data;
    TrainingOptions options = leanOptions(1);
    Checkpoint done = lastCheckpoint(data, options);
    const TrainingResult again = resumed(data, done); // with nothing left to do
    expectSame(again, trained(data.training, options, {}, data.test));

    done.change({.learningRate = options.learningRate, .epochs = 3});
    const TrainingResult more = resumed(data, done);
    options.epochs = 3;
    const TrainingResult atOnce = trained(data.training, options, {}, data.test);
    EXPECT_EQ(parametersOf(*more.model), parametersOf(*atOnce.model));
    ASSERT_EQ(more.epochs.size(), 3U);
    EXPECT_EQ(more.epochs[2], atOnce.epochs[2]);
    const auto recipe = nlohmann::json::parse(more.model->info().recipe);
    EXPECT_EQ(recipe["epochs"], 2);
    EXPECT_EQ(recipe["epochsDone"], 3);
    EXPECT_EQ(recipe["changes"][0]["epochs"], 3);
}

TEST(Resume, GivesOneEpochMoreUntilTheVeryEnd)
{
    const Data data;
    TrainingCallbacks callbacks;
    bool isLast = false;
    callbacks.onEpoch = [&](const EpochResult& result) { isLast = result.epoch == 2; };
    callbacks.beforeBatch = [&](TrainingControls& controls) {
        controls.epochs += std::exchange(isLast, false) ? 1 : 0;
    };
    EXPECT_EQ(trained(data.training, leanOptions(1), callbacks, data.test).epochs.size(), 3U);
}

TEST(Resume, GoesOnAfterAChangeOfTheLearningRate)
{
    const Data data;
    for (const bool schedule : {false, true}) {
        TrainingOptions options = leanOptions(1);
        options.schedule = schedule;
        const auto steered = [&](Keeper& keeper) {
            int batch = 0;
            keeper.callbacks.beforeBatch = [batch](TrainingControls& controls) mutable {
                if (++batch == 31) {
                    controls = {.learningRate = 3e-3, .epochs = 3};
                }
            };
            return trained(data.training, options, keeper.callbacks, data.test);
        };
        Keeper keeper(20);
        const TrainingResult plain = steered(keeper);
        EXPECT_EQ(plain.epochs.size(), 3U);
        EXPECT_NE(
            parametersOf(*plain.model),
            parametersOf(*trained(data.training, options, {}, data.test).model));
        const auto recipe = nlohmann::json::parse(plain.model->info().recipe);
        EXPECT_EQ(recipe["learningRate"], 1e-3);
        ASSERT_EQ(recipe["changes"].size(), 1U);
        EXPECT_EQ(recipe["changes"][0]["epoch"], 1);
        EXPECT_EQ(recipe["changes"][0]["batch"], 30);
        EXPECT_EQ(recipe["changes"][0]["learningRate"], 3e-3);
        // Those from before do not know of the change.
        for (std::size_t i = 2; i < keeper.files.size(); ++i) {
            expectSame(resumed(data, readBack(keeper.files[i])), plain);
        }
    }
}

TEST(Resume, IgnoresChangesOutOfRange)
{
    const Data data;
    const TrainingResult plain = trained(data.training, leanOptions(1), {}, data.test);
    const TrainingControls wrong[] = {
        {.learningRate = 0, .epochs = 0},
        {.learningRate = std::numeric_limits<double>::quiet_NaN(), .epochs = -1},
        {.learningRate = 10.5, .epochs = 10'001}};
    for (const TrainingControls& each : wrong) {
        TrainingCallbacks callbacks;
        callbacks.beforeBatch = [&](TrainingControls& controls) { controls = each; };
        expectSame(trained(data.training, leanOptions(1), callbacks, data.test), plain);
    }
}

TEST(Resume, DoesNotCountAPause)
{
    using std::chrono::milliseconds;
    const Data data;
    TrainingCallbacks callbacks;
    TrainingProgress last;
    bool paused = false;
    callbacks.beforeBatch = [&](TrainingControls& /*controls*/) {
        if (!std::exchange(paused, true)) {
            std::this_thread::sleep_for(milliseconds(100));
        }
    };
    callbacks.onProgress = [&](const TrainingProgress& progress) { last = progress; };
    const auto start = std::chrono::steady_clock::now();
    const TrainingResult result = trained(data.training, leanOptions(1), callbacks);
    const std::chrono::duration<double> all = std::chrono::steady_clock::now() - start;
    EXPECT_LE(result.seconds, all.count() - 0.1);
    // 2 × 836 digits, in less than the time without the pause.
    EXPECT_GE(last.digitsPerSecond, 2 * 836 / (all.count() - 0.1));
}

TEST(Resume, KeepsTheLastGoodWeightsWhereItDiverges)
{
    const Data data;
    TrainingOptions options = leanOptions(1);
    options.epochs = 3;
    TrainingCallbacks callbacks;
    std::vector<std::string> files;
    callbacks.onCheckpoint = [&](const Checkpoint& checkpoint) {
        files.push_back(writeCheckpoint(checkpoint));
    };
    int batches = 0;
    callbacks.beforeBatch = [&](TrainingControls& controls) {
        controls.learningRate = ++batches > 150 ? 10 : 1e-3;
    };
    options.weightDecay = 10; // times a rate of 10: each step makes the weights 99 times as large
    const auto result = makeEngine()->train(data.training, data.test, options, "", callbacks, {});
    ASSERT_TRUE(result.has_value()) << result.error().detail;
    ASSERT_TRUE(result->failure.has_value());
    EXPECT_EQ(result->failure->code, ErrorCode::Diverged);
    EXPECT_NE(result->failure->detail.find("learning rate 10"), std::string::npos);
    EXPECT_EQ(result->epochs.size(), 1U);
    EXPECT_FALSE(result->stopped);
    ASSERT_EQ(files.size(), 1U);
    EXPECT_EQ(parametersOf(*result->model), readBack(files[0]).state.weights);
}

TEST(Resume, RefusesOtherData)
{
    const Checkpoint from = lastCheckpoint({}, leanOptions(1));
    Data other;
    other.training.glyphs[3].pixels[100] ^= 1;
    EXPECT_EQ(refused(other, from, "as many, but others"), ErrorCode::OtherData);
    other = {};
    other.test.labels[3] ^= 1;
    EXPECT_EQ(refused(other, from, "\"synthetic\""), ErrorCode::OtherData);
    other = {};
    other.training = syntheticDigits(835, 1);
    EXPECT_EQ(refused(other, from, "835 digits"), ErrorCode::OtherData);
}

TEST(Resume, RefusesACheckpointThatDoesNotFitItself)
{
    const Data data;
    const Checkpoint whole = lastCheckpoint(data, leanOptions(1));
    const auto with = [&](auto change) {
        Checkpoint checkpoint = whole;
        change(checkpoint);
        return checkpoint;
    };
    using C = Checkpoint;
    EXPECT_EQ(
        refused(data, with([](C& c) { c.options.hiddenUnits = 17; }), "numbers of a simple-nn"),
        ErrorCode::Damaged);
    EXPECT_EQ(
        refused(data, with([](C& c) { c.state.gradientMean.pop_back(); }), "numbers"),
        ErrorCode::Damaged);
    EXPECT_EQ(
        refused(data, with([](C& c) { c.options.averaging = 0.9; }), "numbers"),
        ErrorCode::Damaged);
    EXPECT_EQ(
        refused(data, with([](C& c) { c.options.batchSize = 9; }), "batches"), ErrorCode::Damaged);
    EXPECT_EQ(refused(data, with([](C& c) { c.batch = 106; }), "batch 106"), ErrorCode::Damaged);
    EXPECT_EQ(
        refused(data, with([](C& c) { c.change({.learningRate = 11, .epochs = 3}); }), "rate"),
        ErrorCode::Damaged);
    EXPECT_EQ(
        refused(data, with([](C& c) { c.options.network = "resnet"; }), "network"),
        ErrorCode::InvalidOptions);
    EXPECT_EQ(
        refused(data, with([](C& c) { c.options.device = "cuda:99"; }), "cpu"),
        ErrorCode::NoSuchDevice);
}
