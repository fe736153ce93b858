// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/mnist.h"

#include "tests/core/gzip.h"
#include "tests/core/idx_bytes.h"
#include "tests/core/temporary_folder.h"
#include "tests/data_dir.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <array>
#include <string>

namespace digitpad {
namespace {

using tests::gzip;
using tests::idxImages;
using tests::idxLabels;
using tests::TemporaryFolder;

TEST(ReadMnist, FindsPlainAndGzippedFiles)
{
    const TemporaryFolder folder;
    (void)folder.write("train-images-idx3-ubyte", idxImages(3));
    (void)folder.write("train-labels-idx1-ubyte.gz", gzip(idxLabels(3)));
    const auto training = readMnistTraining(folder.path());
    ASSERT_TRUE(training) << training.error().detail;
    EXPECT_EQ(training->size(), 3U);
    EXPECT_FALSE(hasMnistTest(folder.path()));
}

TEST(ReadMnist, FindsFilesWhereTorchvisionPutsThem)
{
    const TemporaryFolder folder;
    (void)folder.write("MNIST/raw/t10k-images-idx3-ubyte.gz", gzip(idxImages(2)));
    (void)folder.write("MNIST/raw/t10k-labels-idx1-ubyte", idxLabels(2));
    EXPECT_TRUE(hasMnistTest(folder.path()));
    const auto test = readMnistTest(folder.path());
    ASSERT_TRUE(test) << test.error().detail;
    EXPECT_EQ(test->size(), 2U);
}

TEST(ReadMnist, PassesOverAFolderWithAFilesName)
{
    const TemporaryFolder folder;
    (void)folder.write("t10k-images-idx3-ubyte/t10k-images-idx3-ubyte", idxImages(2));
    EXPECT_FALSE(hasMnistTest(folder.path()));
    (void)folder.write("t10k-images-idx3-ubyte.gz", gzip(idxImages(2)));
    (void)folder.write("t10k-labels-idx1-ubyte.gz", gzip(idxLabels(2)));
    EXPECT_TRUE(readMnistTest(folder.path()));
}

TEST(MnistSize, ReadsNoMoreThanTheHeaders)
{
    const TemporaryFolder folder;
    (void)folder.write("train-images-idx3-ubyte", idxImages(96).substr(0, 16));
    (void)folder.write("train-labels-idx1-ubyte.gz", gzip(idxLabels(96).substr(0, 8)));
    const auto training = mnistSize(folder.path());
    ASSERT_TRUE(training) << training.error().detail;
    EXPECT_EQ(*training, (MnistSize{.training = 96, .test = 0}));

    (void)folder.write("t10k-images-idx3-ubyte", idxImages(4));
    (void)folder.write("t10k-labels-idx1-ubyte", idxLabels(4));
    const auto both = mnistSize(folder.path());
    ASSERT_TRUE(both) << both.error().detail;
    EXPECT_EQ(*both, (MnistSize{.training = 96, .test = 4}));
}

TEST(MnistSize, SaysWhatIsMissingOrDamaged)
{
    const TemporaryFolder folder;
    const auto nothing = mnistSize(folder.path());
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().code, ErrorCode::NotFound);

    (void)folder.write("train-images-idx3-ubyte", idxImages(3));
    (void)folder.write("train-labels-idx1-ubyte", idxLabels(2));
    const auto unequal = mnistSize(folder.path());
    ASSERT_FALSE(unequal);
    EXPECT_EQ(unequal.error().code, ErrorCode::Damaged);
}

TEST(ReadMnist, NamesTheFileThatIsMissing)
{
    const TemporaryFolder folder;
    const auto nothing = readMnistTraining(folder.path());
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().code, ErrorCode::NotFound);
    EXPECT_EQ(nothing.error().file, (folder.path() / "train-images-idx3-ubyte").string());

    (void)folder.write("t10k-images-idx3-ubyte", idxImages(2));
    EXPECT_TRUE(hasMnistTest(folder.path()));
    const auto half = readMnistTest(folder.path());
    ASSERT_FALSE(half);
    EXPECT_EQ(half.error().code, ErrorCode::NotFound);
    EXPECT_EQ(half.error().file, (folder.path() / "t10k-labels-idx1-ubyte").string());

    const auto noFolder = readMnistTraining(folder.path() / "nowhere");
    ASSERT_FALSE(noFolder);
    EXPECT_EQ(noFolder.error().code, ErrorCode::NotFound);
    EXPECT_EQ(noFolder.error().file, (folder.path() / "nowhere").string());
}

TEST(ReadMnist, SaysThatAFolderIsInAFilesPlace)
{
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder.path() / "train-images-idx3-ubyte");
    const auto training = readMnistTraining(folder.path());
    ASSERT_FALSE(training);
    EXPECT_EQ(training.error().code, ErrorCode::NotAFile);
    EXPECT_EQ(training.error().file, (folder.path() / "train-images-idx3-ubyte").string());
}

unsigned long checksum(const Dataset& data)
{
    const auto* pixels = reinterpret_cast<const Bytef*>(data.glyphs.data());
    const uLong ofPixels =
        crc32_z(crc32_z(0, nullptr, 0), pixels, data.glyphs.size() * sizeof(Glyph));
    return crc32_z(ofPixels, data.labels.data(), data.labels.size());
}

std::array<int, 10> histogram(const Dataset& data)
{
    std::array<int, 10> counts{};
    for (const std::uint8_t label : data.labels) {
        ++counts.at(label);
    }
    return counts;
}

TEST(ReadMnist, ReadsTheRealFiles)
{
    const auto folder = tests::dataDir() / "mnist";
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "no MNIST at " << folder;
    }
    const auto training = readMnistTraining(folder);
    ASSERT_TRUE(training) << training.error().detail;
    EXPECT_EQ(training->size(), 60'000U);
    EXPECT_EQ(
        histogram(*training),
        (std::array{5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949}));
    EXPECT_EQ(checksum(*training), 3748519521U);

    EXPECT_TRUE(hasMnistTest(folder));
    const auto test = readMnistTest(folder);
    ASSERT_TRUE(test) << test.error().detail;
    EXPECT_EQ(test->size(), 10'000U);
    EXPECT_EQ(
        histogram(*test), (std::array{980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009}));
    EXPECT_EQ(checksum(*test), 420383099U);
}

} // namespace
} // namespace digitpad
