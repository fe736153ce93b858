// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/checkpoint.h"

#include "tests/core/checkpoints.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <cmath>
#include <cstring>
#include <functional>
#include <limits>

using namespace digitpad;
using tests::makeCheckpoint;

namespace {

constexpr std::size_t kHeaderStart = 36;

/// Bytes that were changed, with the size and the checksum made right again: what only somebody who
/// means to would write.
std::string resealed(std::string bytes)
{
    const std::uint64_t size = bytes.size();
    std::memcpy(bytes.data() + 24, &size, sizeof size);
    const auto crc = static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size() - 4));
    std::memcpy(bytes.data() + bytes.size() - 4, &crc, sizeof crc);
    return bytes;
}

/// The file with a part of its header replaced.
std::string withHeader(const std::string& part, const std::string& by)
{
    std::string bytes = writeCheckpoint(makeCheckpoint());
    std::uint32_t size = 0;
    std::memcpy(&size, bytes.data() + 32, sizeof size);
    std::string header = bytes.substr(kHeaderStart, size);
    const std::size_t at = header.find(part);
    EXPECT_NE(at, std::string::npos) << part << " in " << header;
    if (at == std::string::npos) {
        return {};
    }
    header.replace(at, part.size(), by);
    bytes.replace(kHeaderStart, size, header);
    size = static_cast<std::uint32_t>(header.size());
    std::memcpy(bytes.data() + 32, &size, sizeof size);
    return resealed(bytes);
}

std::string whyRefused(const std::string& bytes, ErrorCode code = ErrorCode::Damaged)
{
    const auto read = readCheckpoint(bytes);
    EXPECT_FALSE(read.has_value());
    if (read) {
        return {};
    }
    EXPECT_EQ(read.error().code, code) << read.error().detail;
    return read.error().detail;
}

} // namespace

TEST(Checkpoint, ComesBackBitForBit)
{
    const Checkpoint before = makeCheckpoint();
    const std::string bytes = writeCheckpoint(before);
    const auto read = readCheckpoint(bytes);
    ASSERT_TRUE(read.has_value()) << read.error().detail;
    EXPECT_EQ(read->state, before.state);
    EXPECT_EQ(read->losses, before.losses);
    EXPECT_EQ(read->epochs, before.epochs);
    EXPECT_EQ(read->changes, before.changes);
    EXPECT_EQ(read->note, before.note);
    EXPECT_EQ(read->dataName, before.dataName);
    EXPECT_EQ(read->startedFrom, before.startedFrom);
    EXPECT_EQ(read->options.seed, before.options.seed);
    EXPECT_EQ(read->options.learningRate, 0.1);
    EXPECT_EQ(read->batch, 120);
    EXPECT_EQ(read->trainingFingerprint, before.trainingFingerprint);
    EXPECT_EQ(writeCheckpoint(*read), bytes); // and all the rest
}

TEST(Checkpoint, ComesBackWithoutWhatNeedNotBe)
{
    Checkpoint before = makeCheckpoint();
    before.options.averaging = 0;
    before.state.average.clear();
    before.losses.clear();
    before.changes.clear();
    before.epochs = {{1, 5, 250, 0.5, {}, {}}};
    before.note.clear();
    before.startedFrom.clear();
    const std::string bytes = writeCheckpoint(before);
    const auto read = readCheckpoint(bytes);
    ASSERT_TRUE(read.has_value()) << read.error().detail;
    EXPECT_EQ(read->epochs, before.epochs);
    EXPECT_EQ(writeCheckpoint(*read), bytes);
}

TEST(Checkpoint, SurvivesADataNameThatIsNoUtf8)
{
    Checkpoint checkpoint = makeCheckpoint();
    checkpoint.dataName = "\xff\xfe";
    EXPECT_TRUE(readCheckpoint(writeCheckpoint(checkpoint)).has_value());
}

TEST(Checkpoint, RemembersWhatWasChanged)
{
    Checkpoint checkpoint = makeCheckpoint();
    EXPECT_EQ(checkpoint.controls(), (TrainingControls{0.02, 21}));
    checkpoint.change({0.02, 21}); // none
    EXPECT_EQ(checkpoint.changes.size(), 2U);
    checkpoint.change({0.02, 22});
    EXPECT_EQ(checkpoint.changes.back(), (TrainingChange{2, 120, {0.02, 22}}));
    checkpoint.changes.clear();
    EXPECT_EQ(checkpoint.controls(), (TrainingControls{0.1, 20}));
}

TEST(Checkpoint, IsRefusedCutAnywhere)
{
    const std::string bytes = writeCheckpoint(makeCheckpoint());
    EXPECT_EQ(whyRefused("", ErrorCode::Empty), "0 bytes");
    for (std::size_t size = 1; size < bytes.size(); ++size) {
        EXPECT_FALSE(readCheckpoint(bytes.substr(0, size)).has_value()) << size;
    }
    EXPECT_EQ(
        whyRefused(bytes.substr(0, bytes.size() - 1)), "expected " + std::to_string(bytes.size()) +
                                                           " bytes, found " +
                                                           std::to_string(bytes.size() - 1));
    whyRefused(bytes + '\0');
}

TEST(Checkpoint, IsRefusedWithAnyByteChanged)
{
    const std::string bytes = writeCheckpoint(makeCheckpoint());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string other = bytes;
        other[at] = static_cast<char>(other[at] ^ 0x10);
        EXPECT_FALSE(readCheckpoint(other).has_value()) << at;
    }
}

TEST(Checkpoint, NeverGoesAstrayOverBytesThatSomebodyChose)
{
    // With the checksum right every byte reaches the parser: it must refuse it, or read something
    // that it can write again.
    const std::string bytes = writeCheckpoint(makeCheckpoint());
    for (std::size_t at = 20; at < bytes.size() - 4; ++at) {
        for (const char byte : {'\0', '\xff', '9', '}', '"', '-'}) {
            std::string other = bytes;
            other[at] = byte;
            const auto read = readCheckpoint(at >= 24 && at < 32 ? other : resealed(other));
            if (read) {
                EXPECT_TRUE(readCheckpoint(writeCheckpoint(*read)).has_value()) << at;
            }
        }
    }
}

TEST(Checkpoint, IsRefusedWhereItIsSomethingElse)
{
    EXPECT_NE(whyRefused("PK\3\4 a model").find("begin"), std::string::npos);
    std::string later = writeCheckpoint(makeCheckpoint());
    later[20] = 2;
    EXPECT_NE(whyRefused(later, ErrorCode::Unsupported).find("version 2"), std::string::npos);
}

TEST(Checkpoint, NamesTheEntryThatIsWrong)
{
    const std::pair<std::pair<const char*, const char*>, const char*> cases[] = {
        {{"{\"batch\"", "[\"batch\""}, "the header is no object"},
        {{"\"program\"", "\"progrom\""}, "program is missing"},
        {{"\"note\":\"", "\"note\":7,\"x\":\""}, "note is no text"},
        {{"\"data\":{", "\"data\":7,\"x\":{"}, "data is no object"},
        {{"\"trainingDigits\":1000", "\"trainingDigits\":0"}, "data.trainingDigits: expected"},
        {{"\"trainingDigits\":1000", "\"trainingDigits\":1e3"}, "found 1000.0"},
        {{"\"testDigits\":100", "\"testDigits\":-1"}, "data.testDigits"},
        {{"\"batchSize\":128", "\"batchSize\":65537"}, "options: batchSize: expected a whole"},
        {{"\"learningRate\":0.1", "\"learningRate\":0"}, "options: learningRate: expected a num"},
        {{"\"learningRate\":0.1", "\"learningRate\":\"0.1\""}, "options: learningRate"},
        {{"\"learningRate\":0.01", "\"learningRate\":11"}, "changes[0].learningRate"},
        {{"\"shuffle\":true", "\"shuffle\":1"}, "options: shuffle: expected true"},
        {{"\"deviation\":0.3081", "\"deviation\":-0.3"}, "options: deviation"},
        {{"\"averaging\":0.999", "\"averaging\":1"}, "options: averaging"},
        {{"\"threads\":3", "\"threads\":0"}, "options: threads"},
        {{"\"options\":{", "\"options\":7,\"x\":{"}, "options: expected"},
        {{"\"strength\":1.0", "\"strength\":2.5"}, "strength"},
        {{"\"batches\":250", "\"batches\":0"}, "batches"},
        {{"\"batch\":120", "\"batch\":251"}, "batch: expected a whole number from 0 to 250"},
        {{"\"epochs\":[", "\"epochs\":7,\"x\":["}, "epochs is no list"},
        {{"\"epochs\":[", "\"epochs\":[[],"}, "epochs[0] is no object"},
        {{"\"testAccuracy\":0.9", "\"testAccuracy\":1.1"}, "epochs[0].testAccuracy"},
        {{"\"seconds\":4.5", "\"seconds\":-4.5"}, "seconds"},
        {{"\"seconds\":4.5", "\"seconds\":1e999"}, "header"},
        {{"\"numbers\":6", "\"numbers\":7"}, "bytes after the header"},
        {{"\"numbers\":6", "\"numbers\":0"}, "numbers"},
        {{"\"numbers\":6", "\"numbers\":4294967296"}, "bytes after the header"},
        {{"\"losses\":3", "\"losses\":4294967296"}, "bytes after the header"},
        {{"\"losses\":3", "\"losses\":2"}, "bytes after the header"}};
    for (const auto& [change, why] : cases) {
        const std::string found = whyRefused(withHeader(change.first, change.second));
        EXPECT_NE(found.find(why), std::string::npos) << change.second << ": " << found;
    }
}

TEST(Checkpoint, IsReadWhateverElseIsInItsHeader)
{
    constexpr std::size_t kDeep = 1'000'000;
    const std::string bytes = withHeader(
        "{\"batch\"",
        "{\"later\":" + std::string(kDeep, '[') + std::string(kDeep, ']') + ",\"batch\"");
    EXPECT_TRUE(readCheckpoint(bytes).has_value());
}

TEST(Checkpoint, IsRefusedWithNumbersThatCannotBe)
{
    constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    const auto with = [](const std::function<void(Checkpoint&)>& change) {
        Checkpoint checkpoint = makeCheckpoint();
        change(checkpoint);
        return whyRefused(writeCheckpoint(checkpoint));
    };
    EXPECT_EQ(
        with([](Checkpoint& c) { c.state.weights[5] = kNan; }), "a number that is not finite");
    with([](Checkpoint& c) { c.state.gradientMean[0] = kInfinity; });
    with([](Checkpoint& c) { c.state.average[3] = -kInfinity; });
    with([](Checkpoint& c) { c.state.gradientSquare[1] = -1; });
    EXPECT_EQ(with([](Checkpoint& c) { c.losses[1].loss = NAN; }), "loss point 1 cannot be one");
    with([](Checkpoint& c) { c.losses[1].batch = 100; }); // twice the same
    with([](Checkpoint& c) { c.losses[1].batch = 251; });
    with([](Checkpoint& c) { c.losses[0].epoch = 0; });
    with([](Checkpoint& c) { c.losses[2].epoch = 3; }); // later than the run is
    with([](Checkpoint& c) { c.losses[0].epochs = 0; });
}
