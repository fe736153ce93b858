// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/torch_model.h"

#include "core/data/synthetic.h"
#include "tests/engine/formula_network.h"

#include <gtest/gtest.h>

using namespace digitpad;

/// What reads on a GPU, here on the CPU, where every machine can run it.
TEST(TorchModel, ReadsWhatTheCpusModelReads)
{
    std::vector<Glyph> glyphs = syntheticDigits(5000, 6).glyphs; // more than it reads at once
    glyphs.front() = {};
    for (const std::string_view network : {kSimpleNn, kConvNet}) {
        NetworkFile file = tests::formulaNetwork(network);
        file.mean = 0.2;
        const TorchModel model(file, c10::kCPU);
        const auto found = model.read(glyphs).value();
        const auto expected = readingModel(file)->read(glyphs).value();
        ASSERT_EQ(found.size(), glyphs.size());
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            ASSERT_NEAR(found[i].digitScore, expected[i].digitScore, 1e-4F);
            for (std::size_t digit = 0; digit < 10; ++digit) {
                ASSERT_NEAR(found[i].probabilities[digit], expected[i].probabilities[digit], 1e-4F);
            }
        }
        EXPECT_EQ(model.toPth().value(), writeNetwork(file));
        EXPECT_EQ(model.info().parameters, networkNumbers(network, file.hiddenUnits));
    }
}
