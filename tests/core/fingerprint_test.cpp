// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/fingerprint.h"

#include "core/data/synthetic.h"

#include <gtest/gtest.h>

#include <set>
#include <utility>

using namespace digitpad;

TEST(Fingerprint, IsTheSameForTheSameData)
{
    EXPECT_EQ(fingerprint(syntheticDigits(50, 1)), fingerprint(syntheticDigits(50, 1)));
    Dataset one;
    one.glyphs.resize(1);
    one.labels = {3};
    EXPECT_EQ(fingerprint(one), 4'510'891'402'514'527'259U); // on every machine
}

TEST(Fingerprint, TellsEveryPixelLabelAndOrder)
{
    const Dataset data = syntheticDigits(20, 1);
    std::set<std::uint64_t> seen{fingerprint(data), fingerprint({})};
    std::size_t tried = 2;
    const auto add = [&](const Dataset& other) {
        seen.insert(fingerprint(other));
        ++tried;
    };
    for (std::size_t pixel = 0; pixel < Glyph::kPixels; ++pixel) {
        Dataset other = data;
        other.glyphs[7].pixels[pixel] ^= 1;
        add(other);
    }
    for (std::size_t i = 0; i < data.size(); ++i) {
        Dataset other = data;
        other.labels[i] ^= 1;
        add(other);
    }
    for (std::size_t i = 1; i < data.size(); ++i) {
        Dataset other = data;
        std::swap(other.glyphs[i - 1], other.glyphs[i]);
        add(other);
    }
    Dataset shorter = data;
    shorter.glyphs.pop_back();
    shorter.labels.pop_back();
    add(shorter);
    EXPECT_EQ(seen.size(), tried);
}
