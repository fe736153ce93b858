// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ink_file.h"

#include "core/ink/render.h"
#include "tests/core/temporary_folder.h"
#include "tests/data_dir.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <string>

namespace digitpad {
namespace {

using tests::TemporaryFolder;

std::string detailOf(std::string_view line)
{
    const auto sample = parseInkSample(line);
    return sample ? "no error" : sample.error().detail;
}

TEST(ParseInkSample, ReadsLabelAndStrokes)
{
    const auto sample = parseInkSample(
        R"({"label": 7, "writer": "me", "strokes": [[[1, 2], [3.5, -4e2]], [[5, 6]]]})");
    ASSERT_TRUE(sample) << sample.error().detail;
    EXPECT_EQ(sample->label, 7);
    EXPECT_EQ(sample->ink, (Ink{{{1, 2}, {3.5, -400}}, {{5, 6}}}));
}

TEST(ParseInkSample, TakesALabelThatIsAbsentOrNull)
{
    for (const char* line :
         {R"({"strokes": [[[1, 2]]]})", R"({"strokes": [[[1, 2]]], "label": null})"}) {
        const auto sample = parseInkSample(line);
        ASSERT_TRUE(sample) << line;
        EXPECT_EQ(sample->label, std::nullopt);
        EXPECT_EQ(sample->ink, (Ink{{{1, 2}}}));
    }
}

TEST(ParseInkSample, IgnoresOtherKeysAndFurtherNumbersOfAPoint)
{
    const auto sample = parseInkSample(
        R"({"a": {"label": 3, "strokes": [["x"]]}, "b": [[1, [null, true]]], "c": 1.5,)"
        R"( "strokes": [[[1, 2, 0.75, 1700000000]]], "d": "strokes"})");
    ASSERT_TRUE(sample) << sample.error().detail;
    EXPECT_EQ(sample->label, std::nullopt);
    EXPECT_EQ(sample->ink, (Ink{{{1, 2}}}));
}

TEST(ParseInkSample, KeepsTheWriterWhereItIsAString)
{
    for (const char* any : {"\"A\"", "-1", "[12]", "{}"}) { // of who has no use for it
        const std::string labelled = R"({"label": )" + std::string(any) + R"(, "strokes": []})";
        EXPECT_FALSE(parseInkSample(labelled).has_value()) << any;
        const auto unlabelled = parseInkSample(labelled, InkLabels::Ignored);
        ASSERT_TRUE(unlabelled.has_value()) << any;
        EXPECT_FALSE(unlabelled->label.has_value());
    }
    const auto named = parseInkSample(R"({"writer": "train-07", "strokes": []})");
    ASSERT_TRUE(named) << named.error().detail;
    EXPECT_EQ(named->writer, "train-07");

    const auto nested = parseInkSample(R"({"tablet": {"writer": "x"}, "strokes": []})");
    ASSERT_TRUE(nested) << nested.error().detail;
    EXPECT_EQ(nested->writer, "");

    const auto other = parseInkSample(R"({"writer": [1, {"a": 2}], "strokes": []})");
    ASSERT_TRUE(other) << other.error().detail;
    EXPECT_EQ(other->writer, "");
}

TEST(ParseInkSample, TakesEmptyStrokes)
{
    EXPECT_EQ(parseInkSample(R"({"strokes": []})")->ink, Ink{});
    EXPECT_EQ(parseInkSample(R"({"strokes": [[]]})")->ink, Ink{{}});
}

struct DamagedLine {
    const char* line;
    const char* detail;
};

class ParseDamagedInkSample : public testing::TestWithParam<DamagedLine> {};

TEST_P(ParseDamagedInkSample, SaysWhatIsWrongAndWhere)
{
    const auto sample = parseInkSample(GetParam().line);
    ASSERT_FALSE(sample);
    EXPECT_EQ(sample.error().code, ErrorCode::Damaged);
    EXPECT_EQ(sample.error().detail, GetParam().detail);
}

constexpr const char* kLabelWanted = "a label, a whole number from 0 to 9";

INSTANTIATE_TEST_SUITE_P(
    Lines, ParseDamagedInkSample,
    testing::Values(
        DamagedLine{"", "byte 0: expected valid JSON, found the end of the line"},
        DamagedLine{"[]", "byte 0: expected an object, found an array"},
        DamagedLine{"7", "byte 0: expected an object, found a number"},
        DamagedLine{"null", "byte 0: expected an object, found null"},
        DamagedLine{"{}", "byte 2: expected the key \"strokes\", found none"},
        DamagedLine{R"({"label": 7})", "byte 12: expected the key \"strokes\", found none"},
        DamagedLine{R"({"strokes": null})", "byte 12: expected an array of strokes, found null"},
        DamagedLine{R"({"strokes": {}})", "byte 12: expected an array of strokes, found an object"},
        DamagedLine{
            R"({"strokes": [7]})",
            "byte 13: expected a stroke, an array of points, found a number"},
        DamagedLine{
            R"({"strokes": [[[1, 2], 3]]})",
            "byte 22: expected a point, an array of numbers, found a number"},
        DamagedLine{
            R"({"strokes": [[[1, 2], [3, "4"]]]})", "byte 26: expected a number, found a string"},
        DamagedLine{R"({"strokes": [[[1, [2]]]]})", "byte 18: expected a number, found an array"},
        DamagedLine{R"({"strokes": [[[1, null]]]})", "byte 18: expected a number, found null"},
        DamagedLine{
            R"({"strokes": [[[1, true]]]})", "byte 18: expected a number, found a truth value"},
        DamagedLine{R"({"strokes": [[[1]]]})", "byte 16: expected a point of two numbers, found 1"},
        DamagedLine{R"({"strokes": [[[]]]})", "byte 15: expected a point of two numbers, found 0"},
        DamagedLine{R"({"strokes": [[[1, NaN]]]})", "byte 18: expected valid JSON, found 'N'"},
        DamagedLine{
            R"({"strokes": [[[1, 1e999]]]})",
            "byte 18: expected a number that a double can hold, found a greater one"},
        DamagedLine{
            R"({"strokes": [], "strokes": []})",
            "byte 16: expected the key \"strokes\" once, found it again"},
        DamagedLine{
            R"({"strokes": [[[1, 2)", "byte 19: expected valid JSON, found the end of the line"},
        DamagedLine{R"({"strokes": []} x)", "byte 16: expected valid JSON, found 'x'"},
        DamagedLine{R"({"strokes": [],})", "byte 15: expected valid JSON, found '}'"},
        DamagedLine{"{\"a\x01\": 1}", "byte 3: expected valid JSON, found the byte 1"},
        DamagedLine{"{\"a\xff\": 1}", "byte 3: expected valid JSON, found the byte 255"}));

TEST(ParseInkSample, RefusesEveryLabelThatIsNoDigit)
{
    const std::string expected = std::string("byte 10: expected ") + kLabelWanted + ", found ";
    const std::array<std::pair<const char*, const char*>, 8> labels = {
        {{"10", "another number"},
         {"-1", "another number"},
         {"7.5", "another number"},
         {"99999999999999999999", "another number"},
         {"\"7\"", "a string"},
         {"true", "a truth value"},
         {"[7]", "an array"},
         {"{}", "an object"}}};
    for (const auto& [label, found] : labels) {
        const std::string line = std::string(R"({"label": )") + label + R"(, "strokes": []})";
        EXPECT_EQ(detailOf(line), expected + found);
    }
}

TEST(ParseInkSample, RefusesDeepNestingWhereverItIs)
{
    const std::string deep(100'000, '[');
    EXPECT_EQ(detailOf(deep), "byte 0: expected an object, found an array");
    EXPECT_EQ(detailOf("{\"strokes\": " + deep), "byte 15: expected a number, found an array");
    EXPECT_EQ(detailOf("{\"a\": " + deep), "byte 69: expected at most 64 levels, found another");
}

TEST(ParseInkSample, LimitsThePointsOfADrawing)
{
    std::string line = R"({"strokes": [[[0,0])";
    for (int i = 0; i < 1'000'000; ++i) {
        line += ",[0,0]";
    }
    const auto sample = parseInkSample(line + "]]}");
    ASSERT_FALSE(sample);
    EXPECT_EQ(sample.error().code, ErrorCode::TooLarge);
}

TEST(ReadInkFile, ReadsLinesAroundDamagedOnes)
{
    const TemporaryFolder folder;
    const auto file = folder.write(
        "ink.jsonl", "\xEF\xBB\xBF{\"label\": 1, \"strokes\": [[[0, 0], [0, 9]]]}\r\n"
                     "\r\n"
                     "   \n"
                     "{\"label\": 12, \"strokes\": []}\n"
                     "nonsense\n"
                     "{\"strokes\": [[[4, 5]]]}");
    const auto ink = readInkFile(file);
    ASSERT_TRUE(ink);
    ASSERT_EQ(ink->samples.size(), 2U);
    EXPECT_EQ(ink->samples[0].line, 1U);
    EXPECT_EQ(ink->samples[0].label, 1);
    EXPECT_EQ(ink->samples[1].line, 6U);
    EXPECT_EQ(ink->samples[1].ink, (Ink{{{4, 5}}}));
    ASSERT_EQ(ink->damagedLines.size(), 2U);
    EXPECT_EQ(ink->damagedLines[0].file, file.string() + ":4");
    EXPECT_EQ(ink->damagedLines[1].file, file.string() + ":5");
    EXPECT_EQ(ink->damagedLines[1].code, ErrorCode::BadLine);
}

TEST(ReadInkFile, ReadsBlankFilesAndLastLinesWithAndWithoutNewline)
{
    const TemporaryFolder folder;
    EXPECT_TRUE(readInkFile(folder.write("blank", "\n\n \r\n"))->samples.empty());
    EXPECT_EQ(readInkFile(folder.write("with", "{\"strokes\":[]}\n"))->samples.size(), 1U);
    EXPECT_EQ(readInkFile(folder.write("without", "{\"strokes\":[]}"))->samples.size(), 1U);
    EXPECT_TRUE(readInkFile(folder.write("mark", "\xEF\xBB\xBF"))->damagedLines.empty());
}

TEST(ReadInkFile, PassesOverALineThatIsTooLong)
{
    const TemporaryFolder folder;
    std::string content(kLongestInkLine + 100'000, 'x');
    content += "\n{\"label\": 3, \"strokes\": []}\n";
    const auto ink = readInkFile(folder.write("long.jsonl", content));
    ASSERT_TRUE(ink);
    ASSERT_EQ(ink->damagedLines.size(), 1U);
    EXPECT_EQ(ink->damagedLines[0].code, ErrorCode::TooLarge);
    ASSERT_EQ(ink->samples.size(), 1U);
    EXPECT_EQ(ink->samples[0].line, 2U);
}

TEST(ReadInkFile, GivesUpOnAFileOfAnotherKind)
{
    const TemporaryFolder folder;
    std::string content;
    for (int i = 0; i <= 10'000; ++i) {
        content += "x\n";
    }
    const auto ink = readInkFile(folder.write("other", content));
    ASSERT_FALSE(ink);
    EXPECT_EQ(ink.error().code, ErrorCode::TooLarge);
}

TEST(ReadInkFile, NamesAFileThatCannotBeRead)
{
    const TemporaryFolder folder;
    const auto missing = readInkFile(folder.path() / "missing.jsonl");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    EXPECT_EQ(missing.error().file, (folder.path() / "missing.jsonl").string());
    EXPECT_EQ(readInkFile(folder.path()).error().code, ErrorCode::NotAFile);
    const auto pipe = folder.path() / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(readInkFile(pipe).error().code, ErrorCode::NotAFile); // and waits for no writer
    EXPECT_EQ(readInkFile(folder.write("empty.jsonl", "")).error().code, ErrorCode::Empty);
}

TEST(RenderSamples, RendersEverySampleWithItsLabel)
{
    const Ink one{{{0, 0}, {0, 9}}};
    const Ink zero{{{0, 0}, {9, 0}, {9, 9}, {0, 0}}};
    const std::vector<InkSample> samples{
        {.line = 1, .label = 1, .writer = {}, .ink = one},
        {.line = 2, .label = 0, .writer = {}, .ink = zero}};
    const Dataset data = renderSamples(samples);
    EXPECT_EQ(data.labels, (std::vector<std::uint8_t>{1, 0}));
    EXPECT_EQ(data.glyphs, (std::vector<Glyph>{renderInk(one), renderInk(zero)}));
}

TEST(ReadLabelledInk, RefusesDamagedAndUnlabelledLines)
{
    const TemporaryFolder folder;
    const auto whole = readLabelledInk(folder.write("whole", "{\"label\": 1, \"strokes\": []}\n"));
    ASSERT_TRUE(whole) << whole.error().detail;
    EXPECT_EQ(whole->size(), 1U);
    const auto unlabelled =
        folder.write("unlabelled", "{\"label\": 1, \"strokes\": []}\n\n{\"strokes\": []}\n");
    const auto none = readLabelledInk(unlabelled);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::BadLine);
    EXPECT_EQ(none.error().file, unlabelled.string() + ":3");
    const auto damagedFile = folder.write("damaged", "{\"strokes\": []}\n{\n");
    EXPECT_EQ(readLabelledInk(damagedFile).error().file, damagedFile.string() + ":2");
    EXPECT_EQ(readLabelledInk(folder.path() / "missing").error().code, ErrorCode::NotFound);
}

TEST(RenderSamples, LeavesNoPenStrokeBlank)
{
    const auto file = tests::dataDir() / "pen-digits" / "train.jsonl";
    if (!std::filesystem::exists(file)) {
        GTEST_SKIP() << "no pen strokes at " << file;
    }
    const auto samples = readLabelledInk(file);
    ASSERT_TRUE(samples) << samples.error().detail;
    EXPECT_EQ(samples->size(), 7494U);
    const Dataset data = renderSamples(*samples);
    EXPECT_TRUE(std::none_of(data.glyphs.begin(), data.glyphs.end(), [](const Glyph& glyph) {
        return glyph.isBlank();
    }));
}

} // namespace
} // namespace digitpad
