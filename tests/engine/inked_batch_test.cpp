// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/inked_batch.h"

#include "core/data/synthetic.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <utility>
#include <vector>

using namespace digitpad;

namespace {

constexpr float kScale = 0.25F;

/// Some digits, a glyph that is blank and one that is inked all over.
std::vector<Glyph> glyphs()
{
    std::vector<Glyph> all = syntheticDigits(9, 1).glyphs;
    all.emplace_back();
    all.emplace_back().pixels.fill(255);
    return all;
}

/// Fills it as threads would.
void fill(
    InkedBatch& batch, int parts, const std::vector<Glyph>& from,
    const std::vector<std::int64_t>& indices)
{
    batch.begin(indices.size());
    for (int part = 0; part < parts; ++part) {
        batch.list(part, from.data(), indices, kScale);
    }
    for (int part = 0; part < parts; ++part) {
        batch.file(part);
    }
}

void expectHolds(
    const InkedBatch& batch, const std::vector<Glyph>& from,
    const std::vector<std::int64_t>& indices)
{
    ASSERT_EQ(batch.size(), indices.size());
    std::vector<std::vector<std::pair<std::size_t, float>>> atPixels(Glyph::kPixels);
    for (std::size_t example = 0; example < indices.size(); ++example) {
        const Glyph& glyph = from[static_cast<std::size_t>(indices[example])];
        std::size_t found = 0;
        for (std::size_t pixel = 0; pixel < Glyph::kPixels; ++pixel) {
            if (glyph.pixels[pixel] == 0) {
                continue;
            }
            const auto inks = batch.examples().of(example);
            ASSERT_LT(found, inks.size());
            EXPECT_EQ(inks[found].at, pixel);
            EXPECT_EQ(inks[found].amount, kScale * glyph.pixels[pixel]);
            atPixels[pixel].emplace_back(example, inks[found].amount);
            ++found;
        }
        EXPECT_EQ(batch.examples().of(example).size(), found);
    }
    for (std::size_t pixel = 0; pixel < Glyph::kPixels; ++pixel) {
        std::vector<std::pair<std::size_t, float>> inks;
        for (const Inked& ink : batch.atPixel(pixel)) {
            inks.emplace_back(ink.at, ink.amount);
        }
        EXPECT_EQ(inks, atPixels[pixel]);
    }
}

} // namespace

TEST(InkedBatch, HoldsTheInkByExampleAndByPixel)
{
    const std::vector<Glyph> from = glyphs();
    const std::vector<std::int64_t> indices{10, 3, 9, 3, 0, 8, 10};
    for (const int parts : {1, 2, 3, 20}) {
        InkedBatch batch(indices.size(), parts);
        fill(batch, parts, from, indices);
        expectHolds(batch, from, indices);
    }
}

TEST(InkedBatch, ForgetsTheBatchBefore)
{
    const std::vector<Glyph> from = glyphs();
    InkedBatch batch(4, 2);
    fill(batch, 2, from, {10, 10, 10, 10});
    fill(batch, 2, from, {9, 1});
    expectHolds(batch, from, {9, 1});
}
