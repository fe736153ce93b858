// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/evaluation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace digitpad {
namespace {

/// Says what is written in a glyph's first pixel, as surely as the second pixel says in hundredths.
class FakeModel : public Model {
public:
    [[nodiscard]] const ModelInfo& info() const override { return m_info; }
    [[nodiscard]] Result<std::vector<Prediction>> read(std::span<const Glyph> glyphs) const override
    {
        batches.push_back(glyphs.size());
        if (batches.size() == failAt) {
            return std::unexpected(
                Error{.code = ErrorCode::OutOfMemory, .detail = "no", .file = {}});
        }
        if (batches.size() == stopAt) {
            stop.request_stop();
        }
        std::vector<Prediction> predictions;
        for (const Glyph& glyph : glyphs) {
            Prediction prediction;
            const float sure = static_cast<float>(glyph.at(1, 0)) / 100;
            prediction.probabilities.fill((1 - sure) / 9);
            prediction.probabilities.at(glyph.at(0, 0)) = sure;
            predictions.push_back(prediction);
        }
        return predictions;
    }
    [[nodiscard]] Result<std::string> toPth() const override { return ""; }

    mutable std::vector<std::size_t> batches;
    mutable std::stop_source stop;
    std::size_t failAt = 0;
    std::size_t stopAt = 0;

private:
    ModelInfo m_info;
};

void add(Dataset& data, int label, int read, int percent)
{
    Glyph glyph;
    glyph.set(0, 0, static_cast<std::uint8_t>(read));
    glyph.set(1, 0, static_cast<std::uint8_t>(percent));
    data.glyphs.push_back(glyph);
    data.labels.push_back(static_cast<std::uint8_t>(label));
}

TEST(Evaluate, CountsWhatWasReadAsWhat)
{
    Dataset data;
    add(data, 3, 3, 100);
    add(data, 3, 8, 55);
    add(data, 3, 3, 50);
    add(data, 7, 7, 100);
    const auto evaluation = evaluate(FakeModel(), data);
    ASSERT_TRUE(evaluation);
    EXPECT_EQ(evaluation->count, 4);
    EXPECT_EQ(evaluation->correct, 3);
    EXPECT_DOUBLE_EQ(evaluation->accuracy(), 0.75);
    EXPECT_DOUBLE_EQ(evaluation->accuracyOf(3), 2.0 / 3);
    EXPECT_DOUBLE_EQ(evaluation->accuracyOf(7), 1);
    EXPECT_DOUBLE_EQ(evaluation->accuracyOf(0), 0);
    EXPECT_EQ(evaluation->confusion[3][3], 2);
    EXPECT_EQ(evaluation->confusion[3][8], 1);
    EXPECT_EQ(evaluation->confusion[7][7], 1);
    EXPECT_EQ(evaluation->confusion[8][3], 0);
    ASSERT_EQ(evaluation->mistakes.size(), 1U);
    EXPECT_EQ(evaluation->mistakes[0].index, 1U);
    EXPECT_EQ(evaluation->mistakes[0].label, 3);
    EXPECT_EQ(evaluation->mistakes[0].prediction.digit(), 8);
    EXPECT_NEAR(evaluation->meanLoss, (std::log(2.0) - std::log(0.05)) / 4, 1e-6);
}

TEST(Evaluate, KeepsTheLossFiniteForAnImpossibleLabel)
{
    Dataset data;
    add(data, 1, 2, 100);
    const auto evaluation = evaluate(FakeModel(), data);
    ASSERT_TRUE(evaluation);
    EXPECT_TRUE(std::isfinite(evaluation->meanLoss));
    EXPECT_GT(evaluation->meanLoss, 80);
}

TEST(Evaluate, TakesNoData)
{
    const FakeModel model;
    const auto evaluation = evaluate(model, {});
    ASSERT_TRUE(evaluation);
    EXPECT_EQ(evaluation->count, 0);
    EXPECT_EQ(evaluation->accuracy(), 0);
    EXPECT_EQ(evaluation->meanLoss, 0);
    EXPECT_TRUE(model.batches.empty());
}

Dataset manyDigits(int count)
{
    Dataset data;
    for (int i = 0; i < count; ++i) {
        add(data, i % 10, i % 10, 90);
    }
    return data;
}

TEST(Evaluate, ReadsInBatchesOfAThousand)
{
    const FakeModel model;
    const auto evaluation = evaluate(model, manyDigits(2'345));
    ASSERT_TRUE(evaluation);
    EXPECT_EQ(model.batches, (std::vector<std::size_t>{1000, 1000, 345}));
    EXPECT_EQ(evaluation->count, 2'345);
    EXPECT_EQ(evaluation->correct, 2'345);
}

TEST(Evaluate, StopsBetweenBatchesWithWhatWasRead)
{
    FakeModel model;
    model.stopAt = 2;
    const auto evaluation = evaluate(model, manyDigits(5'000), model.stop.get_token());
    ASSERT_TRUE(evaluation);
    EXPECT_EQ(evaluation->count, 2'000);
    EXPECT_DOUBLE_EQ(evaluation->accuracy(), 1);
    EXPECT_NEAR(evaluation->meanLoss, -std::log(0.9), 1e-6);
}

TEST(Evaluate, HandsOnTheModelsError)
{
    FakeModel model;
    model.failAt = 2;
    const auto evaluation = evaluate(model, manyDigits(5'000));
    ASSERT_FALSE(evaluation);
    EXPECT_EQ(evaluation.error().code, ErrorCode::OutOfMemory);
    EXPECT_EQ(model.batches.size(), 2U);
}

} // namespace
} // namespace digitpad
