// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

#include "tests/engine/pth_files.h"
#include "tests/engine/test_engine.h"

#include <ATen/Parallel.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>
#include <thread>

using namespace digitpad;
using tests::fixture;
using tests::makeEngine;

namespace {

std::shared_ptr<const Model> loadFixture(const std::string& name)
{
    auto model = makeEngine()->load(fixture(name), "cpu");
    EXPECT_TRUE(model.has_value()) << model.error().detail;
    return model.value_or(nullptr);
}

} // namespace

TEST(Engine, SaysWhatItIs)
{
    EXPECT_TRUE(makeEngine()->version().starts_with("LibTorch ")) << makeEngine()->version();
}

TEST(Engine, TellsWhatTheCpuComputesWith)
{
    const CpuFacts facts = makeEngine()->cpuFacts();
    EXPECT_FALSE(facts.blas.empty());
    EXPECT_GE(facts.threads, 1);
#if defined(__x86_64__)
    const auto has = [&](const char* name) {
        return std::ranges::find(facts.features, name) != facts.features.end();
    };
    EXPECT_EQ(has("avx2"), __builtin_cpu_supports("avx2") != 0);
    if (facts.blas.starts_with("OpenBLAS")) {
        EXPECT_TRUE(facts.blas.starts_with("OpenBLAS 0.")) << facts.blas;
        EXPECT_FALSE(facts.kernel.empty());
    }
#endif
}

TEST(Engine, ListsTheCpuFirst)
{
    const auto devices = makeEngine()->devices();
    ASSERT_FALSE(devices.empty());
    EXPECT_EQ(devices[0].id, "cpu");
    EXPECT_FALSE(devices[0].name.empty());
    for (std::size_t i = 1; i < devices.size(); ++i) {
        EXPECT_EQ(devices[i].id, "cuda:" + std::to_string(i - 1));
    }
}

TEST(Engine, RefusesADeviceThatIsNotThere)
{
    for (const char* id : {"cuda:99", "gpu", "", "CPU"}) {
        const auto model = makeEngine()->load(fixture("torch1.pth"), id);
        ASSERT_FALSE(model.has_value()) << id;
        EXPECT_EQ(model.error().code, ErrorCode::NoSuchDevice);
        EXPECT_TRUE(model.error().detail.starts_with("cpu")) << model.error().detail;
    }
}

TEST(Engine, ReadsOnEveryDeviceWhatPythonReads)
{
    const auto expected = nlohmann::json::parse(fixture("expected.json")).at("probabilities");
    std::vector<std::string> ids{"auto"};
    for (const Device& device : makeEngine()->devices()) {
        ids.push_back(device.id);
    }
    for (const std::string& id : ids) {
        const auto model = makeEngine()->load(fixture("torch1.pth"), id);
        ASSERT_TRUE(model.has_value()) << model.error().detail;
        const auto predictions = (*model)->read(std::array{tests::patternGlyph()});
        ASSERT_TRUE(predictions.has_value()) << predictions.error().detail;
        for (std::size_t digit = 0; digit < 10; ++digit) {
            EXPECT_NEAR(
                predictions->at(0).probabilities[digit], expected[digit].get<float>(), 1e-6F)
                << id;
        }
    }
}

TEST(Engine, DescribesAModel)
{
    const auto model = loadFixture("torch2.pth");
    EXPECT_EQ(model->info().network, "simple-nn");
    EXPECT_EQ(model->info().parameters, 2 * 784 + 2 + 10 * 2 + 10);
    EXPECT_EQ(model->info().device, "cpu");
    EXPECT_EQ(model->info().recipe, "");
}

TEST(Engine, PassesOnWhyAFileIsRefused)
{
    const auto model = makeEngine()->load(fixture("conv.pth"), "cpu");
    ASSERT_FALSE(model.has_value());
    EXPECT_EQ(model.error().code, ErrorCode::OtherNetwork);
}

TEST(Engine, WritesTheSameNumbersItRead)
{
    const auto model = loadFixture("torch1.pth");
    const std::string pth = model->toPth().value();
    EXPECT_EQ(readNetwork(pth).value().numbers, readNetwork(fixture("torch1.pth")).value().numbers);
    EXPECT_EQ(model->toPth().value(), pth);
}

TEST(Engine, NormalisesAsTheRecipeSays)
{
    // A network that passes one pixel on: logit 3 is that pixel, normalised.
    NetworkFile file{.hiddenUnits = 1};
    file.numbers.assign(static_cast<std::size_t>(networkNumbers(kSimpleNn, 1)), 0.0F);
    file.numbers[5] = 1;           // fc1.weight of pixel 5
    file.numbers[784 + 1 + 3] = 1; // fc2.weight of digit 3
    Glyph glyph;
    glyph.pixels[5] = 255;
    const auto confidence = [&](const std::string& recipe) {
        file.recipe = recipe;
        const auto model = makeEngine()->load(writeNetwork(file), "cpu").value();
        return model->read(std::array{glyph}).value().at(0).probabilities[3];
    };
    const auto softmax = [](double logit) { return std::exp(logit) / (std::exp(logit) + 9); };
    EXPECT_NEAR(confidence(""), softmax((1 - 0.1307) / 0.3081), 1e-6);
    EXPECT_NEAR(confidence(R"({"mean": 0.5, "deviation": 0.25})"), softmax(2), 1e-6);
}

TEST(Engine, ReadsNothingAndManyAlike)
{
    const auto model = loadFixture("torch1.pth");
    EXPECT_TRUE(model->read({}).value().empty());

    // More than are computed at once.
    std::vector<Glyph> glyphs(9000);
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        glyphs[i].pixels[i % 784] = static_cast<std::uint8_t>(i);
    }
    const auto all = model->read(glyphs).value();
    ASSERT_EQ(all.size(), glyphs.size());
    for (const std::size_t i : {0U, 4095U, 4096U, 8999U}) {
        const Prediction one = model->read(std::span(glyphs).subspan(i, 1)).value().at(0);
        for (std::size_t digit = 0; digit < 10; ++digit) {
            EXPECT_NEAR(all[i].probabilities[digit], one.probabilities[digit], 1e-6F);
        }
        EXPECT_NEAR(
            std::accumulate(all[i].probabilities.begin(), all[i].probabilities.end(), 0.0F), 1.0F,
            1e-5F);
    }
}

TEST(Engine, ReadsFromManyThreadsAtOnce)
{
    const auto model = loadFixture("torch1.pth");
    const auto alone = model->read(std::array{tests::patternGlyph()}).value().at(0);
    std::array<bool, 4> same{};
    {
        std::vector<std::jthread> threads;
        threads.reserve(same.size());
        for (bool& result : same) {
            threads.emplace_back([&] {
                result = true;
                for (int i = 0; i < 200; ++i) {
                    const auto read = model->read(std::array{tests::patternGlyph()});
                    result = result && read.value().at(0).probabilities == alone.probabilities;
                }
            });
        }
    }
    EXPECT_EQ(same, (std::array{true, true, true, true}));
}

TEST(Engine, LeavesTheThreadsSettingAsItWas)
{
    at::set_num_threads(3);
    const auto model = loadFixture("torch1.pth");
    ASSERT_TRUE(model->read(std::array{tests::patternGlyph()}).has_value());
    EXPECT_EQ(at::get_num_threads(), 3);
    tests::trained(syntheticDigits(64, 1), {.epochs = 1, .hiddenUnits = 2, .threads = 1});
    EXPECT_EQ(at::get_num_threads(), 3);
}
