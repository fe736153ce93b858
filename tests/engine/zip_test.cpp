// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/zip.h"

#include "tests/engine/pth_files.h"

#include <gtest/gtest.h>

#include <numeric>

using namespace digitpad;
using tests::fixture;

namespace {

std::vector<ZipRecord> someRecords()
{
    return {{"archive/one", "first"}, {"archive/empty", ""}, {"archive/data/0", "1234567890"}};
}

ErrorCode codeOf(std::string_view bytes)
{
    const auto records = readZip(bytes);
    EXPECT_FALSE(records.has_value());
    return records ? ErrorCode::Internal : records.error().code;
}

} // namespace

TEST(Zip, ReadsBackWhatItWrote)
{
    const std::string bytes = writeZip(someRecords());
    const auto records = readZip(bytes);
    ASSERT_TRUE(records.has_value()) << records.error().detail;
    ASSERT_EQ(records->size(), 3U);
    for (std::size_t i = 0; i < records->size(); ++i) {
        EXPECT_EQ((*records)[i].name, someRecords()[i].name);
        EXPECT_EQ((*records)[i].data, someRecords()[i].data);
    }
}

TEST(Zip, AlignsDataSoThatPythonMayMapIt)
{
    const std::string bytes = writeZip(someRecords());
    const std::vector<ZipRecord> records = readZip(bytes).value();
    for (const ZipRecord& record : records) {
        EXPECT_EQ((record.data.data() - bytes.data()) % 64, 0) << record.name;
    }
}

TEST(Zip, ListsWhatTorchWrote)
{
    for (const char* name : {"torch1.pth", "torch2.pth"}) {
        const std::string bytes = fixture(name);
        const auto records = readZip(bytes);
        ASSERT_TRUE(records.has_value()) << name << ": " << records.error().detail;
        EXPECT_TRUE(records->front().name.ends_with("data.pkl")) << records->front().name;
    }
}

TEST(Zip, RefusesEveryTruncation)
{
    const std::string bytes = writeZip(someRecords());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(readZip(std::string_view(bytes).substr(0, size)).has_value()) << size;
    }
}

TEST(Zip, NoticesAChangedByteOfData)
{
    std::string bytes = writeZip(someRecords());
    tests::replaceFirst(bytes, "first", "fIrst");
    EXPECT_EQ(codeOf(bytes), ErrorCode::Damaged);
}

TEST(Zip, TakesACheckSumOfZeroAsNotComputed)
{
    std::string bytes = writeZip({{"a", "first"}});
    const std::size_t header = bytes.find("PK\1\2");
    bytes.replace(header + 16, 4, std::string(4, '\0'));
    ASSERT_TRUE(readZip(bytes).has_value());
    EXPECT_EQ(readZip(bytes)->front().data, "first");
}

TEST(Zip, TellsCompressedRecordsApart)
{
    std::string bytes = writeZip({{"a", "first"}});
    bytes[bytes.find("PK\1\2") + 10] = 8;
    ASSERT_TRUE(readZip(bytes).has_value());
    EXPECT_TRUE(readZip(bytes)->front().compressed);
}

TEST(Zip, RefusesEncryption)
{
    std::string bytes = writeZip({{"a", "first"}});
    bytes[bytes.find("PK\1\2") + 8] = 1;
    EXPECT_EQ(codeOf(bytes), ErrorCode::Unsupported);
}

TEST(Zip, RefusesRecordsThatLeaveTheFile)
{
    const std::string bytes = writeZip({{"a", "first"}});
    const std::size_t header = bytes.find("PK\1\2");
    for (const std::size_t field : {20U, 24U, 42U}) { // sizes and offset
        std::string broken = bytes;
        broken.replace(header + field, 4, "\xf0\xff\xff\x7f");
        EXPECT_EQ(codeOf(broken), ErrorCode::Damaged) << field;
    }
}

TEST(Zip, RefusesTooManyRecords)
{
    std::string bytes = writeZip({{"a", "first"}});
    const std::size_t end = bytes.rfind("PK\5\6");
    bytes.replace(end + 10, 2, "\xff\xff");
    EXPECT_EQ(codeOf(bytes), ErrorCode::TooLarge);
}
