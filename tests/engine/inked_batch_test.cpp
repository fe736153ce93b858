// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/inked_batch.h"

#include "core/data/synthetic.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <span>
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

using Inks = std::vector<std::pair<std::size_t, float>>; // where and how much

Inks inksOf(std::span<const Inked> inks)
{
    Inks all;
    for (const Inked& ink : inks) {
        all.emplace_back(ink.at, ink.amount);
    }
    return all;
}

void expectTakes(InkedBatch& batch, const std::vector<std::int64_t>& indices)
{
    const std::vector<Glyph> from = glyphs();
    std::vector<Inks> ofExamples(indices.size());
    std::vector<Inks> atPixels(Glyph::kPixels);
    for (std::size_t example = 0; example < indices.size(); ++example) {
        const Glyph& glyph = from[static_cast<std::size_t>(indices[example])];
        for (std::size_t pixel = 0; pixel < Glyph::kPixels; ++pixel) {
            if (glyph.pixels[pixel] != 0) {
                ofExamples[example].emplace_back(pixel, kScale * glyph.pixels[pixel]);
                atPixels[pixel].emplace_back(example, kScale * glyph.pixels[pixel]);
            }
        }
    }
    std::vector<Inks> visited;
    batch.take(from.data(), indices, kScale, [&](std::size_t example, std::span<const Inked> inks) {
        EXPECT_EQ(example, visited.size());
        visited.push_back(inksOf(inks));
    });
    EXPECT_EQ(batch.size(), indices.size());
    EXPECT_EQ(visited, ofExamples);
    for (std::size_t pixel = 0; pixel < Glyph::kPixels; ++pixel) {
        EXPECT_EQ(inksOf(batch.atPixel(pixel)), atPixels[pixel]);
    }
}

} // namespace

TEST(InkedBatch, HoldsTheInkByExampleAndByPixel)
{
    InkedBatch batch(7);
    expectTakes(batch, {10, 3, 9, 3, 0, 8, 10});
}

TEST(InkedBatch, ForgetsTheBatchBefore)
{
    InkedBatch batch(4);
    expectTakes(batch, {10, 10, 10, 10});
    expectTakes(batch, {9, 1});
}
