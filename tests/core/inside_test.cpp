// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/inside.h"

#include <gtest/gtest.h>

using namespace digitpad;

namespace {

/// One map of 2×3, and above it one unit that looks at 2×2 of it at a time, a column of zeros and a
/// row of them around.
const std::vector<Layer> kLayers{
    {.name = "pixels", .units = 1, .rows = 2, .columns = 3, .isRectified = false},
    {.name = "looks",
     .units = 1,
     .rows = 3,
     .columns = 4,
     .inputs = 1,
     .kernel = 2,
     .stride = 1,
     .padding = 1}};

Activations given(std::vector<float> values)
{
    return {.layers = {{.sums = values, .values = values}}, .prediction = {}};
}

} // namespace

TEST(WrittenOut, IsBiasAndWeightTimesInput)
{
    const Unit unit{.weights = {1, 10, 100, 1000}, .bias = 0.5F};
    const WrittenSum sum = writtenOut(kLayers, unit, given({1, 2, 3, 4, 5, 6}), 1, 1, 1);
    EXPECT_EQ(sum.inputs, (std::vector<float>{1, 2, 4, 5}));
    EXPECT_EQ(sum.products, (std::vector<float>{1, 20, 400, 5000}));
    EXPECT_EQ(sum.constant, 0.5);
    EXPECT_EQ(sum.sum, 5421.5);
    EXPECT_EQ(sum.value, 5421.5);
}

TEST(WrittenOut, SeesNothingBeyondTheEdge)
{
    const Unit unit{.weights = {1, 10, 100, 1000}};
    const WrittenSum corner = writtenOut(kLayers, unit, given({1, 2, 3, 4, 5, 6}), 1, 0, 0);
    EXPECT_EQ(corner.inputs, (std::vector<float>{0, 0, 0, 1}));
    EXPECT_EQ(corner.sum, 1000);
    const WrittenSum opposite = writtenOut(kLayers, unit, given({1, 2, 3, 4, 5, 6}), 1, 2, 3);
    EXPECT_EQ(opposite.inputs, (std::vector<float>{6, 0, 0, 0}));
    EXPECT_EQ(opposite.sum, 6);
}

// What counts as nothing is taken off inside the picture only: beyond the edge there is nothing.
TEST(WrittenOut, TakesWhatCountsAsNothingIntoTheConstant)
{
    const Unit unit{.weights = {1, 10, 100, 1000}, .bias = 7, .zero = 0.5F};
    const WrittenSum inside = writtenOut(kLayers, unit, given({1, 2, 3, 4, 5, 6}), 1, 1, 1);
    EXPECT_EQ(inside.constant, 7 - 1111 * 0.5);
    EXPECT_EQ(inside.sum, 7 + 0.5 + 15 + 350 + 4500);
    const WrittenSum corner = writtenOut(kLayers, unit, given({1, 2, 3, 4, 5, 6}), 1, 0, 0);
    EXPECT_EQ(corner.constant, 7 - 500);
}

TEST(WrittenOut, RectifiesWhereTheLayerIs)
{
    const Unit unit{.weights = {-1, 0, 0, 0}};
    std::vector<Layer> layers = kLayers;
    EXPECT_EQ(writtenOut(layers, unit, given({1, 2, 3, 4, 5, 6}), 1, 1, 1).sum, -1);
    EXPECT_EQ(writtenOut(layers, unit, given({1, 2, 3, 4, 5, 6}), 1, 1, 1).value, 0);
    layers[1].isRectified = false;
    EXPECT_EQ(writtenOut(layers, unit, given({1, 2, 3, 4, 5, 6}), 1, 1, 1).value, -1);
}
