// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/write_idx.h"

#include "core/data/idx.h"
#include "core/data/synthetic.h"
#include "tests/core/temporary_folder.h"

#include <gtest/gtest.h>

namespace digitpad {
namespace {

TEST(WriteIdx, IsWhatReadIdxReads)
{
    const Dataset data = syntheticDigits(300, 5);
    const tests::TemporaryFolder folder;
    const auto read = readIdx(
        folder.write("images", idxImages(data.glyphs)),
        folder.write("labels", idxLabels(data.labels)));
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->glyphs, data.glyphs);
    EXPECT_EQ(read->labels, data.labels);
}

TEST(WriteIdx, HasTheHeaderOfLeCunsFormat)
{
    using namespace std::string_literals;
    EXPECT_EQ(idxImages({}), "\0\0\x08\x03\0\0\0\0\0\0\0\x1c\0\0\0\x1c"s);
    const std::vector<std::uint8_t> labels(258, 7);
    EXPECT_EQ(idxLabels(labels).substr(0, 10), "\0\0\x08\x01\0\0\x01\x02\x07\x07"s);
    EXPECT_EQ(idxLabels(labels).size(), 8U + 258U);
}

} // namespace
} // namespace digitpad
