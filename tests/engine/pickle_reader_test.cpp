// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/pickle.h"

#include <gtest/gtest.h>

using namespace digitpad;

namespace {

using namespace std::string_literals;

const std::vector<TensorEntry> kTwo{
    {.name = "fc1.weight",
     .storageType = "FloatStorage",
     .storageKey = "0",
     .storageCount = 6,
     .offset = 0,
     .shape = {2, 3},
     .strides = {3, 1}},
    {.name = "fc1.bias",
     .storageType = "HalfStorage",
     .storageKey = "1",
     .storageCount = 9,
     .offset = 4,
     .shape = {5},
     .strides = {1}}};

Error errorOf(std::string_view pickle)
{
    const auto read = readStateDictPickle(pickle);
    EXPECT_FALSE(read.has_value());
    return read ? Error{} : read.error();
}

/// The pickle of one tensor that does not lie as it says.
Error errorOfEntry(TensorEntry entry)
{
    return errorOf(writeStateDictPickle(std::vector{std::move(entry)}));
}

TensorEntry small(std::vector<std::int64_t> shape, std::vector<std::int64_t> strides)
{
    return {
        .name = "t",
        .storageType = "FloatStorage",
        .storageKey = "0",
        .storageCount = 6,
        .offset = 0,
        .shape = std::move(shape),
        .strides = std::move(strides)};
}

} // namespace

TEST(PickleReader, ReadsBackWhatTheWriterWrote)
{
    const auto read = readStateDictPickle(writeStateDictPickle(kTwo));
    ASSERT_TRUE(read.has_value()) << read.error().detail;
    EXPECT_EQ(*read, kTwo);
}

TEST(PickleReader, ReadsAnEmptyStateDict)
{
    const auto read = readStateDictPickle("\x80\x02}.");
    ASSERT_TRUE(read.has_value()) << read.error().detail;
    EXPECT_TRUE(read->empty());
}

TEST(PickleReader, RefusesEveryTruncation)
{
    const std::string pickle = writeStateDictPickle(kTwo);
    for (std::size_t size = 0; size < pickle.size(); ++size) {
        EXPECT_FALSE(readStateDictPickle(std::string_view(pickle).substr(0, size))) << size;
    }
}

TEST(PickleReader, NamesTheFunctionItWillNotCall)
{
    const Error error = errorOf("\x80\x02"s + "cos\nsystem\nX\4\0\0\0true\x85R."s);
    EXPECT_EQ(error.code, ErrorCode::NotAStateDict);
    EXPECT_NE(error.detail.find("'os.system'"), std::string::npos) << error.detail;
    // The same by protocol 4's spelling.
    EXPECT_EQ(errorOf("\x80\x04\x8c\x02os\x8c\x06system\x93."s).code, ErrorCode::NotAStateDict);
}

TEST(PickleReader, CallsNothingWithOddArguments)
{
    const std::string dict = "ccollections\nOrderedDict\n";
    EXPECT_EQ(errorOf("\x80\x02"s + dict + "K\1\x85R.").code, ErrorCode::Damaged);
    EXPECT_EQ(errorOf("\x80\x02"s + "ctorch\nFloatStorage\n)R.").code, ErrorCode::Damaged);
    EXPECT_EQ(errorOf("\x80\x02)Q."s).code, ErrorCode::NotAStateDict); // a storage at the top
}

TEST(PickleReader, RefusesInstructionsThatNoStateDictNeeds)
{
    for (const char opcode : {']', 'i', 'o', 'G', 'P', '\x81', '\x8f', '\x82'}) {
        EXPECT_EQ(errorOf("\x80\x02"s + opcode + ".").code, ErrorCode::NotAStateDict);
    }
    EXPECT_EQ(errorOf("\x80\x02]."s).detail, "a list");
}

TEST(PickleReader, KeepsToItsStackMarksAndMemo)
{
    for (const auto& pickle :
         {"."s, "\x80\x02t."s, "\x80\x02u."s, "\x80\x02(\x85."s, "\x80\x02h\7."s,
          "\x80\x02}r\xff\xff\xff\x7f."s, "\x80\x02}j\xff\xff\xff\xff."s, "\x80\x02K\1K\2s."s,
          "\x80\x02}(K\1u."s, "\x80\x02K\1}b."s, "\x80\x02q\0."s}) {
        EXPECT_EQ(errorOf(pickle).code, ErrorCode::Damaged) << testing::PrintToString(pickle);
    }
}

TEST(PickleReader, RefusesTensorsThatLeaveTheirStorage)
{
    EXPECT_EQ(errorOfEntry(small({2, 4}, {4, 1})).code, ErrorCode::Damaged); // 8 of 6
    EXPECT_EQ(errorOfEntry(small({2}, {6})).code, ErrorCode::Damaged);       // the last is the 7th
    EXPECT_EQ(errorOfEntry(small({2, 3}, {3})).code, ErrorCode::Damaged);    // a stride missing
    EXPECT_EQ(errorOfEntry(small({-1}, {1})).code, ErrorCode::Damaged);
    EXPECT_EQ(errorOfEntry(small({3}, {-1})).code, ErrorCode::Damaged);
    TensorEntry before = small({3}, {1});
    before.offset = -1;
    EXPECT_EQ(errorOfEntry(before).code, ErrorCode::Damaged);
}

TEST(PickleReader, RefusesShapesThatOverflowOrSwell)
{
    const std::int64_t big = 0x7fff'ffff;
    EXPECT_EQ(errorOfEntry(small({big, big, big}, {1, 1, 1})).code, ErrorCode::Damaged);
    EXPECT_EQ(errorOfEntry(small({1000, 1000}, {0, 0})).code, ErrorCode::Damaged);
    EXPECT_EQ(
        errorOfEntry(small(std::vector<std::int64_t>(9, 1), std::vector<std::int64_t>(9, 1))).code,
        ErrorCode::Unsupported);
}

TEST(PickleReader, RefusesANameTwice)
{
    EXPECT_EQ(
        errorOf(writeStateDictPickle(std::vector{kTwo[0], kTwo[0]})).code, ErrorCode::Damaged);
}

TEST(PickleReader, NeedsNoRecursionForDeepNesting)
{
    // ((((...)))): a hundred thousand tuples in each other.
    EXPECT_EQ(
        errorOf("\x80\x02)"s + std::string(100'000, '\x85') + ".").code, ErrorCode::NotAStateDict);
    // The dictionary that holds itself.
    EXPECT_EQ(errorOf("\x80\x02}q\0X\1\0\0\0ah\0s."s).code, ErrorCode::NotAStateDict);
}

TEST(PickleReader, BoundsWhatRepeatedCallsCopy)
{
    // A call with a long tuple costs five bytes: it must not be copied each time.
    std::string pickle = "\x80\x02(" + std::string(300'000, 'N') + "tq"s + '\0';
    pickle += "ctorch._utils\n_rebuild_tensor_v2\nh\0R."s;
    EXPECT_EQ(errorOf(pickle).code, ErrorCode::Damaged);
    pickle.replace(pickle.find("ctorch"), std::string::npos, "h\0Q."s);
    EXPECT_EQ(errorOf(pickle).code, ErrorCode::Damaged);
}

TEST(PickleReader, RefusesAPickleOverOneMebibyte)
{
    EXPECT_EQ(errorOf(std::string((1 << 20) + 1, 'N')).code, ErrorCode::TooLarge);
}

TEST(PickleReader, MakesTextsFitForMessages)
{
    EXPECT_EQ(inQuotes("fc1.weight"), "'fc1.weight'");
    EXPECT_EQ(inQuotes("a\nb\x1b"), "'a\\x0ab\\x1b'");
    EXPECT_EQ(inQuotes(std::string(100, 'x')), "'" + std::string(64, 'x') + "...'");
}
