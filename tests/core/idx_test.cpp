// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx.h"

#include "tests/core/gzip.h"
#include "tests/core/idx_bytes.h"
#include "tests/core/temporary_folder.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

#include <string>
#include <string_view>

namespace digitpad {
namespace {

using tests::bigEndian;
using tests::gzip;
using tests::idxImages;
using tests::idxLabels;

class ReadIdx : public testing::Test {
protected:
    Result<Dataset> read(std::string_view images, std::string_view labels)
    {
        m_images = m_folder.write("images", images);
        m_labels = m_folder.write("labels", labels);
        return readIdx(m_images, m_labels);
    }

    void expectDamaged(
        const Result<Dataset>& data, const std::filesystem::path& file, const std::string& detail)
    {
        ASSERT_FALSE(data);
        EXPECT_EQ(data.error().code, ErrorCode::Damaged);
        EXPECT_EQ(data.error().file, file.string());
        EXPECT_EQ(data.error().detail, detail);
    }

    tests::TemporaryFolder m_folder;
    std::filesystem::path m_images;
    std::filesystem::path m_labels;
};

void expectThreeDigits(const Result<Dataset>& data)
{
    ASSERT_TRUE(data) << data.error().file << ": " << data.error().detail;
    ASSERT_EQ(data->size(), 3U);
    EXPECT_EQ(data->labels, (std::vector<std::uint8_t>{0, 1, 2}));
    EXPECT_TRUE(data->glyphs[0].isBlank());
    EXPECT_EQ(data->glyphs[2].at(0, 0), 2);
    EXPECT_EQ(data->glyphs[2].at(27, 27), 2);
}

TEST_F(ReadIdx, ReadsPlainFiles)
{
    expectThreeDigits(read(idxImages(3), idxLabels(3)));
}

TEST_F(ReadIdx, ReadsGzippedFilesWhateverTheirNames)
{
    expectThreeDigits(read(gzip(idxImages(3)), gzip(idxLabels(3))));
    expectThreeDigits(read(gzip(idxImages(3)), idxLabels(3)));
}

TEST_F(ReadIdx, ReadsGzipMembersThatFollowOneAnother)
{
    const std::string images = idxImages(3);
    const auto packed = gzip(images.substr(0, 5)) + gzip("") + gzip(images.substr(5));
    expectThreeDigits(read(packed, idxLabels(3)));
}

TEST_F(ReadIdx, ReadsMoreImagesThanItsFirstReserve)
{
    const auto data = read(idxImages(70'001), gzip(idxLabels(70'001)));
    ASSERT_TRUE(data) << data.error().detail;
    ASSERT_EQ(data->size(), 70'001U);
    EXPECT_EQ(data->labels[70'000], 0);
    EXPECT_EQ(data->glyphs[70'000].at(13, 13), 70'000 % 256);
    EXPECT_EQ(data->glyphs[1'024].at(0, 0), 0);
    EXPECT_EQ(data->glyphs[1'023].at(27, 27), 255);
}

TEST_F(ReadIdx, ReadsFilesOfNoDigits)
{
    const auto data = read(idxImages(0), idxLabels(0));
    ASSERT_TRUE(data);
    EXPECT_TRUE(data->empty());
}

TEST_F(ReadIdx, RefusesAWrongMagicNumber)
{
    const auto swapped = read(idxLabels(3), idxImages(3));
    expectDamaged(swapped, m_images, "byte 0: expected magic number 0x00000803, found 0x00000801");
    const auto other = read(
        idxImages(3), "\x7f"
                      "ELF and so on");
    expectDamaged(other, m_labels, "byte 0: expected magic number 0x00000801, found 0x7f454c46");
}

TEST_F(ReadIdx, RefusesOtherSizes)
{
    const auto rows =
        read(bigEndian(0x803) + bigEndian(1) + bigEndian(32) + bigEndian(28), idxLabels(1));
    expectDamaged(rows, m_images, "byte 8: expected rows 28, found 32");
    const auto columns =
        read(bigEndian(0x803) + bigEndian(1) + bigEndian(28) + bigEndian(0xffffffff), idxLabels(1));
    expectDamaged(columns, m_images, "byte 12: expected columns 28, found 4294967295");
}

TEST_F(ReadIdx, RefusesEveryTruncatedHeader)
{
    expectDamaged(
        read(gzip(""), idxLabels(0)), m_images,
        "byte 0: expected 4 bytes (magic number), found 0 bytes");
    expectDamaged(
        read(idxImages(1).substr(0, 7), idxLabels(1)), m_images,
        "byte 4: expected 4 bytes (count), found 3 bytes");
    expectDamaged(
        read(idxImages(1).substr(0, 14), idxLabels(1)), m_images,
        "byte 12: expected 4 bytes (columns), found 2 bytes");
    expectDamaged(
        read(idxImages(1), idxLabels(1).substr(0, 4)), m_labels,
        "byte 4: expected 4 bytes (count), found 0 bytes");
}

TEST_F(ReadIdx, RefusesTruncatedContent)
{
    const std::string images = idxImages(3);
    const std::string cut = images.substr(0, images.size() - 1);
    for (const std::string& bytes : {cut, gzip(cut)}) {
        expectDamaged(
            read(bytes, idxLabels(3)), m_images,
            "byte 2367: expected 3 images, found the end after 2");
    }
    expectDamaged(
        read(images, idxLabels(3).substr(0, 9)), m_labels,
        "byte 9: expected 3 labels, found the end after 1");
}

TEST_F(ReadIdx, RefusesTrailingBytes)
{
    for (const std::string& images : {idxImages(3) + "x", gzip(idxImages(3) + "x")}) {
        expectDamaged(
            read(images, idxLabels(3)), m_images,
            "byte 2368: expected the end after 3 images, found more bytes");
    }
    expectDamaged(
        read(idxImages(3), idxLabels(3) + '\0'), m_labels,
        "byte 11: expected the end after 3 labels, found more bytes");
}

TEST_F(ReadIdx, RefusesUnequalCounts)
{
    expectDamaged(
        read(idxImages(3), idxLabels(4)), m_labels,
        "byte 4: expected 3 labels, one for each image, found 4");
}

TEST_F(ReadIdx, RefusesLabelsBeyondNine)
{
    std::string labels = idxLabels(3);
    labels[9] = 10;
    expectDamaged(
        read(idxImages(3), labels), m_labels, "byte 9: expected a label from 0 to 9, found 10");
}

TEST_F(ReadIdx, RefusesMoreThanTenMillion)
{
    const auto data = read(bigEndian(0x803) + bigEndian(10'000'001), idxLabels(1));
    ASSERT_FALSE(data);
    EXPECT_EQ(data.error().code, ErrorCode::TooLarge);
    EXPECT_EQ(data.error().detail, "byte 4: 10000001 items, the limit is 10000000");
}

// With memory set aside for what the header claims this would take 7.8 GB.
TEST_F(ReadIdx, RefusesAHugeCountWithNothingBehindIt)
{
    std::string images = idxImages(0);
    images.replace(4, 4, bigEndian(10'000'000));
    std::string labels = idxLabels(3);
    labels.replace(4, 4, bigEndian(10'000'000));
    expectDamaged(
        read(images, labels), m_labels, "byte 11: expected 10000000 labels, found the end after 3");
}

// 64 MiB of zeros in 64 KiB: what is behind the promised content is not unpacked.
TEST_F(ReadIdx, StopsUnpackingAfterWhatTheHeaderPromises)
{
    const auto bomb = gzip(idxImages(1) + std::string(std::size_t{64} << 20, '\0'));
    expectDamaged(
        read(bomb, idxLabels(1)), m_images,
        "byte 800: expected the end after 1 images, found more bytes");
}

TEST_F(ReadIdx, RefusesEveryTruncatedGzipFile)
{
    const std::string packed = gzip(idxImages(3));
    for (std::size_t size = 2; size < packed.size(); ++size) {
        const auto data = read(packed.substr(0, size), idxLabels(3));
        expectDamaged(
            data, m_images,
            "byte " + std::to_string(size) +
                ": expected more gzip data, found the end of the file");
    }
}

TEST_F(ReadIdx, RefusesGzipWithAWrongChecksum)
{
    std::string packed = gzip(idxImages(3));
    packed[packed.size() - 8] = static_cast<char>(packed[packed.size() - 8] ^ 1);
    const auto data = read(packed, idxLabels(3));
    ASSERT_FALSE(data);
    EXPECT_EQ(data.error().code, ErrorCode::Damaged);
    EXPECT_NE(data.error().detail.find("incorrect data check"), std::string::npos)
        << data.error().detail;
}

TEST_F(ReadIdx, RefusesGarbageAfterGzip)
{
    const auto data = read(gzip(idxImages(3)) + "garbage", idxLabels(3));
    ASSERT_FALSE(data);
    EXPECT_EQ(data.error().code, ErrorCode::Damaged);
    EXPECT_NE(data.error().detail.find("incorrect header check"), std::string::npos)
        << data.error().detail;
}

TEST_F(ReadIdx, RefusesGzipThatIsBrokenInTheMiddle)
{
    std::string packed = gzip(idxImages(3));
    packed[10] = '\xff'; // a block type that deflate does not have
    const auto data = read(packed, idxLabels(3));
    ASSERT_FALSE(data);
    EXPECT_EQ(data.error().code, ErrorCode::Damaged);
    EXPECT_NE(data.error().detail.find("invalid block type"), std::string::npos)
        << data.error().detail;
}

TEST_F(ReadIdx, NamesAFileThatCannotBeRead)
{
    const auto labels = m_folder.write("labels", idxLabels(3));
    const auto missing = readIdx(m_folder.path() / "missing", labels);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    EXPECT_EQ(missing.error().file, (m_folder.path() / "missing").string());

    const auto images = m_folder.write("images", idxImages(3));
    const auto aFolder = readIdx(images, m_folder.path());
    ASSERT_FALSE(aFolder);
    EXPECT_EQ(aFolder.error().code, ErrorCode::NotAFile);
    EXPECT_EQ(aFolder.error().file, m_folder.path().string());
    EXPECT_EQ(readIdx("/dev/zero", labels).error().code, ErrorCode::NotAFile);
    const auto pipe = m_folder.path() / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(readIdx(images, pipe).error().code, ErrorCode::NotAFile); // and waits for no writer
}

TEST_F(ReadIdx, SaysThatAFileIsEmpty)
{
    const auto data = read("", idxLabels(3));
    ASSERT_FALSE(data);
    EXPECT_EQ(data.error().code, ErrorCode::Empty);
}

TEST_F(ReadIdx, StopsWhenAskedTo)
{
    std::stop_source stop;
    stop.request_stop();
    const auto data = readIdx(
        m_folder.write("images", idxImages(3)), m_folder.write("labels", idxLabels(3)),
        stop.get_token());
    ASSERT_TRUE(data) << data.error().detail;
    EXPECT_TRUE(data->empty());
}

} // namespace
} // namespace digitpad
