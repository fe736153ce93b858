// SPDX-License-Identifier: GPL-3.0-or-later

// Engine::edited, from a model to one that can be asked, saved and loaded again.

#include "core/engine/edits.h"
#include "core/engine/evaluation.h"
#include "core/engine/inside.h"
#include "tests/engine/formula_network.h"
#include "tests/engine/test_engine.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>

using namespace digitpad;
using tests::formulaNetwork;
using tests::makeEngine;

namespace {

/// Trained, so that its accuracy means something.
const Model& trainedModel(std::string_view network)
{
    static const TrainingResult kSimple =
        tests::trained(syntheticDigits(1000, 1), {.epochs = 2, .threads = 1});
    static const TrainingResult kConv =
        tests::trained(syntheticDigits(600, 1), tests::quickConvNet());
    return network == kSimpleNn ? *kSimple.model : *kConv.model;
}

std::shared_ptr<const Model> editedModel(const Model& model, const Edits& edits)
{
    auto changed = makeEngine()->edited(model, edits);
    EXPECT_TRUE(changed.has_value()) << changed.error().detail;
    return changed.value_or(nullptr);
}

Activations look(const Model& model, const Glyph& glyph)
{
    return makeEngine()->lookInside(model).value()->activations(glyph).value();
}

class Lab : public testing::TestWithParam<std::string_view> {};

} // namespace

TEST_P(Lab, AccuracyIsThatOfTheSavedModel)
{
    const Model& model = trainedModel(GetParam());
    const Dataset data = syntheticDigits(500, 9);
    const Edits edits{
        .pruning = 0.4,
        .noise = 0.3,
        .seed = 3,
        .scalings = {{.layer = 1, .unit = 2, .factor = 0}, {.layer = 2, .unit = 1, .factor = 1.5}},
        .temperature = 2};
    const auto changed = editedModel(model, edits);
    const auto loaded = makeEngine()->load(changed->toPth().value(), "cpu").value();
    const Evaluation here = evaluate(*changed, data).value();
    const Evaluation there = evaluate(*loaded, data).value();
    EXPECT_EQ(here.correct, there.correct);
    EXPECT_EQ(here.confusion, there.confusion);
    EXPECT_EQ(here.meanLoss, there.meanLoss);
    EXPECT_NE(here.meanLoss, evaluate(model, data).value().meanLoss);
}

TEST_P(Lab, LeavesTheModelAsItIs)
{
    const Model& model = trainedModel(GetParam());
    const std::string before = model.toPth().value();
    (void)editedModel(model, {.pruning = 1, .noise = 1, .temperature = 9});
    EXPECT_EQ(model.toPth().value(), before);
}

TEST_P(Lab, AUnitThatIsOffGivesNothingAndTheOthersWhatTheyGave)
{
    const Model& model = trainedModel(GetParam());
    const Glyph glyph = tests::ringGlyph();
    const auto changed = editedModel(model, {.scalings = {{.layer = 1, .unit = 4, .factor = 0}}});
    const Activations before = look(model, glyph);
    const Activations after = look(*changed, glyph);
    const std::size_t size = GetParam() == kSimpleNn ? 1 : 14 * 14;
    for (std::size_t i = 0; i < before.layers[1].values.size(); ++i) {
        ASSERT_EQ(after.layers[1].values[i], i / size == 4 ? 0 : before.layers[1].values[i]) << i;
    }
}

TEST_P(Lab, TemperatureDividesTheLogits)
{
    const Model& model = trainedModel(GetParam());
    const Glyph glyph = tests::ringGlyph();
    const Activations before = look(model, glyph);
    const Activations after = look(*editedModel(model, {.temperature = 2}), glyph);
    for (std::size_t i = 0; i < before.logits().size(); ++i) {
        EXPECT_NEAR(after.logits()[i], before.logits()[i] / 2, 1e-5);
    }
    EXPECT_EQ(after.prediction.digit(), before.prediction.digit());
    EXPECT_LT(after.prediction.confidence(), before.prediction.confidence());
}

TEST_P(Lab, RecipeTellsOfIt)
{
    const Edits edits{.noise = 0.5, .seed = 8, .scalings = {{.layer = 2, .unit = 1, .factor = 3}}};
    const auto once = editedModel(trainedModel(GetParam()), edits);
    const auto recipe = nlohmann::json::parse(once->info().recipe);
    EXPECT_EQ(recipe["network"], GetParam());
    EXPECT_EQ(recipe["mean"], 0.1307);
    EXPECT_EQ(recipe["edits"], nlohmann::json::parse(editsToJson(edits)));
    EXPECT_EQ(recipe["startedFrom"][0]["data"], "synthetic");
    EXPECT_FALSE(recipe.contains("data")); // it has not learnt

    // Edited again, it still tells of the edits before.
    const auto twice = nlohmann::json::parse(editedModel(*once, {.pruning = 0.1})->info().recipe);
    EXPECT_EQ(twice["edits"], nlohmann::json::parse(R"({"pruning": 0.1})"));
    EXPECT_EQ(twice["startedFrom"][0]["edits"], recipe["edits"]);
    EXPECT_EQ(twice["startedFrom"][1]["data"], "synthetic");
}

TEST_P(Lab, RefusesWhatIsOutOfRange)
{
    const auto changed = makeEngine()->edited(trainedModel(GetParam()), {.pruning = 2});
    EXPECT_EQ(changed.error().code, ErrorCode::InvalidOptions);
    EXPECT_EQ(changed.error().detail, "pruning: 0 to 1");
}

INSTANTIATE_TEST_SUITE_P(
    Networks, Lab, testing::Values(kSimpleNn, kConvNet),
    [](const auto& tested) { return tested.param == kSimpleNn ? "SimpleNn" : "ConvNet"; });

// A model of Python's says nothing of its training.
TEST(LabOfAForeignModel, WritesARecipe)
{
    const auto model = makeEngine()->load(writeNetwork(formulaNetwork(kSimpleNn)), "cpu").value();
    ASSERT_EQ(model->info().recipe, "");
    const auto changed = editedModel(*model, {.temperature = 3});
    const auto loaded = makeEngine()->load(changed->toPth().value(), "cpu").value();
    const auto recipe = nlohmann::json::parse(loaded->info().recipe);
    EXPECT_EQ(recipe["edits"]["temperature"], 3);
    EXPECT_EQ(recipe["startedFrom"], nlohmann::json::parse("[{}]"));
}
