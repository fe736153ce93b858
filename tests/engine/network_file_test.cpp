// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/network_file.h"

#include "tests/engine/pth_files.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

using namespace digitpad;
using tests::changedFixture;
using tests::changedPth;
using tests::fixture;
using tests::replaceFirst;

namespace {

using namespace std::string_literals;

NetworkFile readFixture(const std::string& name)
{
    auto file = readNetwork(fixture(name));
    EXPECT_TRUE(file.has_value()) << name << ": " << file.error().detail;
    return file.value_or(NetworkFile{});
}

Error errorOf(const std::string& pth)
{
    const auto file = readNetwork(pth);
    EXPECT_FALSE(file.has_value());
    return file ? Error{} : file.error();
}

void expectRefused(const std::string& pth, ErrorCode code, const std::string& part)
{
    const Error error = errorOf(pth);
    EXPECT_EQ(error.code, code) << error.detail;
    EXPECT_NE(error.detail.find(part), std::string::npos) << error.detail;
}

/// make_pth.py's formula, rounded as it rounds.
std::vector<float> formulaParameters()
{
    std::vector<float> all;
    for (const int count : {1568, 2, 20, 10}) {
        for (int i = 0; i < count; ++i) {
            all.push_back(static_cast<float>(std::sin(i * 0.7 + count) / 4));
        }
    }
    return all;
}

void expectNear(const std::vector<float>& found, const std::vector<float>& wanted, float tolerance)
{
    ASSERT_EQ(found.size(), wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        ASSERT_NEAR(found[i], wanted[i], tolerance) << i;
    }
}

} // namespace

TEST(NetworkFile, ReadsWhatTorchWrote)
{
    for (const char* name :
         {"torch1.pth", "torch2.pth", "double.pth", "parameters.pth", "protocol4.pth",
          "strided.pth"}) {
        SCOPED_TRACE(name);
        const NetworkFile file = readFixture(name);
        EXPECT_EQ(file.hiddenUnits, 2);
        EXPECT_EQ(file.recipe, "");
        EXPECT_EQ(file.mean, 0.1307);
        EXPECT_EQ(file.deviation, 0.3081);
        expectNear(file.numbers, formulaParameters(), 1e-7F);
    }
}

TEST(NetworkFile, WidensHalfPrecision)
{
    expectNear(readFixture("half.pth").numbers, formulaParameters(), 0.25F / 2048);
    expectNear(readFixture("bfloat16.pth").numbers, formulaParameters(), 0.25F / 256);
}

TEST(NetworkFile, ReadsAFileSavedOnAGpu)
{
    const std::string pth = changedFixture("torch1.pth", "data.pkl", [](std::string& pickle) {
        replaceFirst(pickle, "X\3\0\0\0cpu"s, "X\6\0\0\0cuda:0"s);
    });
    EXPECT_TRUE(readNetwork(pth).has_value());
}

TEST(NetworkFile, WritesWhatItReads)
{
    NetworkFile file = readFixture("torch2.pth");
    file.recipe = R"({"mean": 0.25, "deviation": 0.5, "seed": 7})";
    const std::string pth = writeNetwork(file);
    EXPECT_EQ(pth, writeNetwork(file));
    const auto again = readNetwork(pth);
    ASSERT_TRUE(again.has_value()) << again.error().detail;
    EXPECT_EQ(again->numbers, file.numbers);
    EXPECT_EQ(again->recipe, file.recipe);
    EXPECT_EQ(again->mean, 0.25);
    EXPECT_EQ(again->deviation, 0.5);
}

TEST(NetworkFile, DropsARecipeThatIsNone)
{
    NetworkFile file = readFixture("torch2.pth");
    for (const std::string& recipe :
         {"{"s, "[1]"s, "\xff"s, R"({"mean": 0, "deviation": 0})"s, R"({"mean": "x"})"s,
          std::string(1000, '['), std::string(70'000, ' ') + "{}"}) {
        file.recipe = recipe;
        const auto again = readNetwork(writeNetwork(file));
        ASSERT_TRUE(again.has_value()) << again.error().detail;
        EXPECT_EQ(again->mean, 0.1307);
        EXPECT_EQ(again->deviation, 0.3081);
    }
    EXPECT_EQ(readNetwork(writeNetwork(file))->recipe, "");
}

TEST(NetworkFile, SaysWhatElseAFileIs)
{
    expectRefused(fixture("legacy.pth"), ErrorCode::Unsupported, "torch.save(torch.load(");
    expectRefused(fixture("torchscript.pth"), ErrorCode::Unsupported, "TorchScript");
    expectRefused(fixture("whole_model.pth"), ErrorCode::NotAStateDict, "torch.nn.modules");
    expectRefused(fixture("checkpoint.pth"), ErrorCode::NotAStateDict, "'epoch' is a number");
    expectRefused(fixture("hostile.pth"), ErrorCode::NotAStateDict, "system'");
    expectRefused(fixture("conv.pth"), ErrorCode::OtherNetwork, "'conv1.weight' 8×1×3×3");
    expectRefused(writeZip({{"word/document.xml", ""}}), ErrorCode::Unsupported, "no data.pkl");
    std::string compressed = writeZip({{"a/data.pkl", "}."}});
    compressed[compressed.find("PK\1\2") + 10] = 8;
    expectRefused(compressed, ErrorCode::Unsupported, "compressed");
    expectRefused("%PDF-1.7", ErrorCode::Damaged, "'%P'");
    expectRefused("\x89PNG", ErrorCode::Damaged, "'\\x89P'");
    expectRefused("", ErrorCode::Empty, "0 bytes");
}

TEST(SimpleNnFile, KnowsADataParallelNetwork)
{
    const std::string pth = changedFixture("torch1.pth", "data.pkl", [](std::string& pickle) {
        for (const std::string name : {"fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias"}) {
            // BINUNICODE: X, the length in 4 bytes, the text.
            const auto text = [](const std::string& letters) {
                return "X" + std::string(1, static_cast<char>(letters.size())) + "\0\0\0"s +
                       letters;
            };
            replaceFirst(pickle, text(name), text("module." + name));
        }
    });
    expectRefused(pth, ErrorCode::DataParallel, "'module.fc1.weight' 2×784");
}

TEST(NetworkFile, NamesWrongShapes)
{
    const auto changed = [](std::string_view from, std::string_view to) {
        return changedFixture(
            "torch1.pth", "data.pkl", [&](std::string& pickle) { replaceFirst(pickle, from, to); });
    };
    // 784 as BININT2 becomes 783, and the name loses its last letter.
    expectRefused(changed("M\x10\x03", "M\x0f\x03"), ErrorCode::OtherNetwork, "'fc1.weight' 2×783");
    expectRefused(changed("fc2.bias", "fc2.bios"), ErrorCode::OtherNetwork, "'fc2.bios' 10");
    // What is odd is named first, however many tensors there are.
    NetworkFile file{.network = std::string(kConvNet), .hiddenUnits = 0, .numbers = {}};
    file.numbers.resize(static_cast<std::size_t>(networkNumbers(kConvNet, 0)), 1.0F);
    const std::string pth = changedPth(writeNetwork(file), "data.pkl", [](std::string& pickle) {
        replaceFirst(pickle, "fc.weight", "fc.heavy_");
    });
    expectRefused(pth, ErrorCode::OtherNetwork, "'fc.heavy_' 11×1152, ");
    expectRefused(pth, ErrorCode::OtherNetwork, "not there: 'fc.weight' 11×1152");
}

TEST(NetworkFile, RefusesHugeShapes)
{
    const std::string pth = changedFixture("torch1.pth", "data.pkl", [](std::string& pickle) {
        replaceFirst(pickle, "M\x10\x03", "J\xff\xff\xff\x7f");
    });
    expectRefused(pth, ErrorCode::Damaged, "does not fit into its storage");
}

TEST(NetworkFile, RefusesNumbersThatAreNotFinite)
{
    for (const float bad :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        const std::string pth = changedFixture("torch2.pth", "data/2", [bad](std::string& data) {
            data.replace(8, 4, reinterpret_cast<const char*>(&bad), 4);
        });
        expectRefused(pth, ErrorCode::Damaged, "'fc2.weight' holds numbers that are not finite");
    }
}

TEST(NetworkFile, RefusesShortOrMissingStorages)
{
    expectRefused(
        changedFixture("torch2.pth", "data/1", [](std::string& data) { data.pop_back(); }),
        ErrorCode::Damaged, "expected 2 numbers of 4 bytes, found 7 bytes");
    expectRefused(
        changedFixture(
            "torch2.pth", "data.pkl",
            [](std::string& pickle) {
                replaceFirst(
                    pickle,
                    "X\1\0\0\0"
                    "1"s,
                    "X\1\0\0\0"
                    "9"s);
            }),
        ErrorCode::Damaged, "'data/9'");
}

TEST(NetworkFile, RefusesOtherByteOrdersAndNumberTypes)
{
    expectRefused(
        changedFixture("torch2.pth", "byteorder", [](std::string& order) { order = "big"; }),
        ErrorCode::Unsupported, "'big'");
    expectRefused(
        changedFixture(
            "torch1.pth", "data.pkl",
            [](std::string& pickle) { replaceFirst(pickle, "FloatStorage", "IntStorage"); }),
        ErrorCode::Unsupported, "IntStorage");
}

TEST(NetworkFile, RefusesEveryTruncation)
{
    const std::string bytes = fixture("torch2.pth");
    for (std::size_t size = 0; size < bytes.size(); size += 7) {
        EXPECT_FALSE(readNetwork(std::string_view(bytes).substr(0, size)).has_value()) << size;
    }
}

TEST(NetworkFile, SurvivesRandomDamage)
{
    std::mt19937 random(42);
    const auto below = [&random](std::size_t n) {
        return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
    };
    const auto damage = [&](std::string& bytes) {
        for (std::size_t i = 0, n = 1 + below(8); i < n; ++i) {
            bytes[below(bytes.size())] = static_cast<char>(below(256));
        }
    };
    int readable = 0;
    for (int round = 0; round < 4000; ++round) {
        const char* name = round % 2 == 0 ? "torch1.pth" : "half.pth";
        // Half of them damage the archive, half the pickle inside a sound archive.
        std::string pth = fixture(name);
        if (round % 4 < 2) {
            damage(pth);
        } else {
            pth = changedFixture(name, "data.pkl", damage);
        }
        if (const auto file = readNetwork(pth)) {
            ++readable;
            EXPECT_EQ(
                static_cast<std::int64_t>(file->numbers.size()),
                networkNumbers(kSimpleNn, file->hiddenUnits));
        }
    }
    // Some damage goes unnoticed (padding, file times), most must not.
    EXPECT_GT(readable, 0);
    EXPECT_LT(readable, 2000);
}
