// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/edit.h"

#include "tests/engine/formula_network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace digitpad;
using tests::formulaNetwork;

namespace {

/// The numbers of one tensor.
std::vector<float> tensorOf(const NetworkFile& file, std::string_view name)
{
    auto at = file.numbers.begin();
    for (const NetworkTensor& tensor : networkTensors(file.network, file.hiddenUnits)) {
        std::int64_t count = 1;
        for (const std::int64_t size : tensor.shape) {
            count *= size;
        }
        if (tensor.name == name) {
            return {at, at + count};
        }
        at += count;
    }
    ADD_FAILURE() << "no tensor " << name;
    return {};
}

NetworkFile editedFormula(std::string_view network, const Edits& edits)
{
    auto file = edited(formulaNetwork(network), edits);
    EXPECT_TRUE(file.has_value()) << file.error().detail;
    return file.value_or(NetworkFile{});
}

std::ptrdiff_t zeros(const std::vector<float>& numbers)
{
    return std::ranges::count(numbers, 0.0F);
}

class Edit : public testing::TestWithParam<std::string_view> {};

} // namespace

TEST_P(Edit, ChangesNothingWithoutEdits)
{
    const NetworkFile before = formulaNetwork(GetParam());
    const NetworkFile after = editedFormula(GetParam(), {});
    EXPECT_EQ(after.numbers, before.numbers);
    EXPECT_EQ(after.network, before.network);
    EXPECT_EQ(after.hiddenUnits, before.hiddenUnits);
}

TEST_P(Edit, PrunesTheSmallestOfEachLayer)
{
    const NetworkFile before = formulaNetwork(GetParam());
    const NetworkFile after = editedFormula(GetParam(), {.pruning = 0.3});
    for (const NetworkTensor& tensor : networkTensors(before.network, before.hiddenUnits)) {
        const auto was = tensorOf(before, tensor.name);
        const auto is = tensorOf(after, tensor.name);
        if (tensor.shape.size() == 1) {
            EXPECT_EQ(is, was) << tensor.name;
            continue;
        }
        const auto expected = static_cast<std::ptrdiff_t>(0.3 * static_cast<double>(was.size()));
        EXPECT_EQ(zeros(is), expected) << tensor.name;
        float largestGone = 0;
        float smallestLeft = std::numeric_limits<float>::max();
        for (std::size_t i = 0; i < is.size(); ++i) {
            if (is[i] == 0) {
                largestGone = std::max(largestGone, std::abs(was[i]));
            } else {
                ASSERT_EQ(is[i], was[i]);
                smallestLeft = std::min(smallestLeft, std::abs(was[i]));
            }
        }
        EXPECT_LE(largestGone, smallestLeft) << tensor.name;
    }
}

TEST_P(Edit, AddsNoiseInProportionToALayersWeights)
{
    const NetworkFile before = formulaNetwork(GetParam());
    const NetworkFile after = editedFormula(GetParam(), {.noise = 0.25});
    for (const NetworkTensor& tensor : networkTensors(before.network, before.hiddenUnits)) {
        const auto was = tensorOf(before, tensor.name);
        const auto is = tensorOf(after, tensor.name);
        double added = 0;
        double squares = 0;
        double signs = 0;
        for (std::size_t i = 0; i < is.size(); ++i) {
            added += std::pow(is[i] - was[i], 2);
            squares += std::pow(was[i], 2);
            signs += is[i] > was[i] ? 1 : 0;
        }
        const auto count = static_cast<double>(was.size());
        const bool isWeight = tensor.shape.size() > 1;
        // Of 800 weights, the fewest there are, within six deviations of what is drawn.
        EXPECT_NEAR(
            std::sqrt(added / squares), isWeight ? 0.25 : 0, 0.25 * 6 / std::sqrt(2 * count));
        EXPECT_NEAR(signs / count, isWeight ? 0.5 : 0, isWeight ? 3 / std::sqrt(count) : 0);
    }
}

TEST_P(Edit, DrawsTheSameNoiseFromTheSameSeed)
{
    const auto once = editedFormula(GetParam(), {.noise = 0.1, .seed = 5}).numbers;
    EXPECT_EQ(editedFormula(GetParam(), {.noise = 0.1, .seed = 5}).numbers, once);
    EXPECT_NE(editedFormula(GetParam(), {.noise = 0.1, .seed = 6}).numbers, once);
}

TEST_P(Edit, KeepsPrunedWeightsFreeOfNoise)
{
    const auto noisy = editedFormula(GetParam(), {.noise = 0.1}).numbers;
    const auto both = editedFormula(GetParam(), {.pruning = 0.5, .noise = 0.1}).numbers;
    std::size_t pruned = 0;
    for (std::size_t i = 0; i < both.size(); ++i) {
        ASSERT_TRUE(both[i] == noisy[i] || both[i] == 0);
        pruned += both[i] == 0 ? 1 : 0;
    }
    EXPECT_GT(pruned, both.size() * 2 / 5);
}

TEST_P(Edit, DividesTheLastLayerByTheTemperature)
{
    const NetworkFile before = formulaNetwork(GetParam());
    const NetworkFile after = editedFormula(GetParam(), {.temperature = 4});
    const std::string last = GetParam() == kSimpleNn ? "fc2" : "fc";
    for (const NetworkTensor& tensor : networkTensors(before.network, before.hiddenUnits)) {
        auto expected = tensorOf(before, tensor.name);
        if (tensor.name.starts_with(last + ".")) {
            std::ranges::for_each(expected, [](float& number) { number /= 4; });
        }
        EXPECT_EQ(tensorOf(after, tensor.name), expected) << tensor.name;
    }
}

TEST_P(Edit, RefusesWhatIsOutOfRange)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<std::pair<Edits, std::string>> wrong{
        {{.pruning = 1.01}, "pruning: 0 to 1"},
        {{.pruning = nan}, "pruning: 0 to 1"},
        {{.noise = -0.1}, "noise: 0 to 10"},
        {{.scalings = {{.layer = 0}}},
         "layer: 1 to " + std::string(GetParam() == kSimpleNn ? "2" : "6")},
        {{.scalings = {{.layer = 7}}},
         "layer: 1 to " + std::string(GetParam() == kSimpleNn ? "2" : "6")},
        {{.scalings = {{.unit = 128}}},
         "unit: 0 to " + std::string(GetParam() == kSimpleNn ? "127" : "31") + ", or -1 for all"},
        {{.scalings = {{.unit = -2}}},
         "unit: 0 to " + std::string(GetParam() == kSimpleNn ? "127" : "31") + ", or -1 for all"},
        {{.scalings = {{.factor = nan}}}, "factor: -10 to 10"},
        {{.scalings = std::vector<Edits::Scaling>(1001)}, "scalings: at most 1000"},
        {{.temperature = 0}, "temperature: 0.01 to 100"}};
    for (const auto& [edits, detail] : wrong) {
        const auto file = edited(formulaNetwork(GetParam()), edits);
        ASSERT_FALSE(file.has_value()) << detail;
        EXPECT_EQ(file.error().code, ErrorCode::InvalidOptions);
        EXPECT_EQ(file.error().detail, detail);
    }
    const Edits endless{.scalings = std::vector<Edits::Scaling>(60, {.factor = 10})};
    EXPECT_EQ(edited(formulaNetwork(GetParam()), endless).error().code, ErrorCode::InvalidOptions);
}

INSTANTIATE_TEST_SUITE_P(
    Networks, Edit, testing::Values(kSimpleNn, kConvNet),
    [](const auto& tested) { return tested.param == kSimpleNn ? "SimpleNn" : "ConvNet"; });

TEST(EditOfSimpleNn, ScalesAUnitsWeightsAndBias)
{
    const NetworkFile before = formulaNetwork(kSimpleNn);
    const NetworkFile after =
        editedFormula(kSimpleNn, {.scalings = {{.layer = 1, .unit = 7, .factor = -2}}});
    auto weights = tensorOf(before, "fc1.weight");
    std::for_each(weights.begin() + 7 * 784, weights.begin() + 8 * 784, [](float& w) { w *= -2; });
    auto biases = tensorOf(before, "fc1.bias");
    biases[7] *= -2;
    EXPECT_EQ(tensorOf(after, "fc1.weight"), weights);
    EXPECT_EQ(tensorOf(after, "fc1.bias"), biases);
    EXPECT_EQ(tensorOf(after, "fc2.weight"), tensorOf(before, "fc2.weight"));
}

TEST(EditOfConvNet, ScalesAUnitsBatchNorm)
{
    const NetworkFile before = formulaNetwork(kConvNet);
    const NetworkFile after =
        editedFormula(kConvNet, {.scalings = {{.layer = 2, .unit = 3, .factor = 0}}});
    auto factors = tensorOf(before, "norms.1.weight");
    auto biases = tensorOf(before, "norms.1.bias");
    factors[3] = 0;
    biases[3] = 0;
    EXPECT_EQ(tensorOf(after, "norms.1.weight"), factors);
    EXPECT_EQ(tensorOf(after, "norms.1.bias"), biases);
    EXPECT_EQ(tensorOf(after, "convs.1.weight"), tensorOf(before, "convs.1.weight"));
}
