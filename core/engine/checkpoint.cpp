// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/checkpoint.h"

#include "core/engine/checkpoint_header.h"

#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <span>
#include <type_traits>

namespace digitpad {

namespace {

static_assert(std::endian::native == std::endian::little, "numbers are copied as they lie");

constexpr std::string_view kMagic = "digitpad checkpoint\n";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kStart = kMagic.size() + 4 + 8 + 4; ///< of the header
constexpr std::size_t kPoint = 3 * 4 + 8;
constexpr std::size_t kChecksum = 4;
constexpr std::size_t kMaxFile = std::size_t{1} << 30;
constexpr std::size_t kMaxHeader = std::size_t{32} << 20;

std::uint32_t checksumOf(std::string_view bytes)
{
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()));
}

template <class Number>
    requires std::is_arithmetic_v<Number>
void put(std::string& out, Number number)
{
    out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void put(std::string& out, std::span<const float> numbers)
{
    out.append(reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes());
}

/// Takes numbers from the front of what was found to be long enough.
template <class Number> Number take(std::string_view& bytes)
{
    Number number;
    std::memcpy(&number, bytes.data(), sizeof number);
    bytes.remove_prefix(sizeof number);
    return number;
}

std::vector<float> take(std::string_view& bytes, std::size_t count)
{
    std::vector<float> numbers(count);
    if (count > 0) { // memcpy takes no null pointer
        std::memcpy(numbers.data(), bytes.data(), count * sizeof(float));
        bytes.remove_prefix(count * sizeof(float));
    }
    return numbers;
}

std::unexpected<Error> broken(const std::string& what)
{
    return std::unexpected(Error{ErrorCode::Damaged, what, {}});
}

std::size_t vectorsOf(const TrainingOptions& options)
{
    return options.averaging > 0 ? 4 : 3;
}

/// The header's bytes, once the frame around it and the checksum are right.
Result<std::string_view> headerOf(std::string_view bytes)
{
    if (bytes.empty()) {
        return std::unexpected(Error{ErrorCode::Empty, "0 bytes", {}});
    }
    if (!bytes.starts_with(kMagic)) {
        return broken("it does not begin as a checkpoint of Digitpad does");
    }
    if (bytes.size() > kMaxFile) {
        return std::unexpected(Error{ErrorCode::TooLarge, "more than 1 GiB", {}});
    }
    if (bytes.size() < kStart + kChecksum) {
        return broken(
            "expected at least " + std::to_string(kStart + kChecksum) + " bytes, found " +
            std::to_string(bytes.size()));
    }
    std::string_view rest = bytes.substr(kMagic.size());
    if (const auto version = take<std::uint32_t>(rest); version != kVersion) {
        return std::unexpected(Error{
            ErrorCode::Unsupported,
            "a checkpoint of version " + std::to_string(version) + ", and only version " +
                std::to_string(kVersion) + " is read here",
            {}});
    }
    if (const auto size = take<std::uint64_t>(rest); size != bytes.size()) {
        return broken(
            "expected " + std::to_string(size) + " bytes, found " + std::to_string(bytes.size()));
    }
    std::string_view tail = bytes.substr(bytes.size() - kChecksum);
    const auto expected = take<std::uint32_t>(tail);
    if (const auto found = checksumOf(bytes.substr(0, bytes.size() - kChecksum));
        found != expected) {
        return broken(
            "expected data with CRC-32 " + std::to_string(expected) + ", found " +
            std::to_string(found));
    }
    const std::size_t size = take<std::uint32_t>(rest);
    if (size > std::min(kMaxHeader, rest.size() - kChecksum)) {
        return broken("a header of " + std::to_string(size) + " bytes");
    }
    return rest.substr(0, size);
}

bool isOrdered(const LossPoint& before, const LossPoint& after)
{
    return before.epoch < after.epoch ||
           (before.epoch == after.epoch && before.batch < after.batch);
}

Result<void> takeLosses(std::string_view& bytes, std::size_t count, Checkpoint& checkpoint)
{
    const int lastEpoch = static_cast<int>(checkpoint.epochs.size()) + 1;
    LossPoint before{.epoch = 1, .epochs = 1, .batch = 0, .batches = 0, .loss = 0};
    checkpoint.losses.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        LossPoint point;
        point.epoch = take<std::int32_t>(bytes);
        point.epochs = take<std::int32_t>(bytes);
        point.batch = take<std::int32_t>(bytes);
        point.batches = checkpoint.batches;
        point.loss = take<double>(bytes);
        if (!isOrdered(before, point) || point.epoch > lastEpoch || point.epochs < point.epoch ||
            point.batch < 1 || point.batch > point.batches || !std::isfinite(point.loss)) {
            return broken("loss point " + std::to_string(i) + " cannot be one");
        }
        checkpoint.losses.push_back(point);
        before = point;
    }
    return {};
}

Result<void> takeState(std::string_view& bytes, std::size_t count, Checkpoint& checkpoint)
{
    LearningState& state = checkpoint.state;
    state.weights = take(bytes, count);
    state.gradientMean = take(bytes, count);
    state.gradientSquare = take(bytes, count);
    state.average = take(bytes, checkpoint.options.averaging > 0 ? count : 0);
    for (const auto* numbers :
         {&state.weights, &state.gradientMean, &state.gradientSquare, &state.average}) {
        if (!std::ranges::all_of(*numbers, [](float number) { return std::isfinite(number); })) {
            return broken("a number that is not finite");
        }
    }
    if (std::ranges::min(state.gradientSquare) < 0) {
        return broken("a mean of squares below 0");
    }
    return {};
}

} // namespace

TrainingControls Checkpoint::controls() const
{
    return changes.empty() ? TrainingControls{options.learningRate, options.epochs}
                           : changes.back().controls;
}

bool Checkpoint::isDone() const
{
    return std::ssize(epochs) >= controls().epochs;
}

void Checkpoint::change(const TrainingControls& controls)
{
    if (controls != this->controls()) {
        changes.push_back(
            {.epoch = static_cast<int>(epochs.size()) + 1, .batch = batch, .controls = controls});
    }
}

std::string writeCheckpoint(const Checkpoint& checkpoint)
{
    const std::string header = writeCheckpointHeader(checkpoint);
    const LearningState& state = checkpoint.state;
    const std::size_t size = kStart + header.size() + checkpoint.losses.size() * kPoint +
                             vectorsOf(checkpoint.options) * state.weights.size() * sizeof(float) +
                             kChecksum;
    std::string out;
    out.reserve(size);
    out += kMagic;
    put(out, kVersion);
    put(out, std::uint64_t{size});
    put(out, static_cast<std::uint32_t>(header.size()));
    out += header;
    for (const LossPoint& point : checkpoint.losses) {
        put(out, std::int32_t{point.epoch});
        put(out, std::int32_t{point.epochs});
        put(out, std::int32_t{point.batch});
        put(out, point.loss);
    }
    put(out, state.weights);
    put(out, state.gradientMean);
    put(out, state.gradientSquare);
    put(out, state.average);
    put(out, checksumOf(out));
    return out;
}

Result<Checkpoint> readCheckpoint(std::string_view bytes)
{
    const auto header = headerOf(bytes);
    if (!header) {
        return std::unexpected(header.error());
    }
    Checkpoint checkpoint;
    const auto counts = readCheckpointHeader(*header, checkpoint);
    if (!counts) {
        return std::unexpected(counts.error());
    }
    std::string_view rest = bytes.substr(kStart + header->size());
    rest.remove_suffix(kChecksum);
    // Both counts are at most 2^32: no overflow.
    const std::uint64_t wanted =
        std::uint64_t{counts->losses} * kPoint +
        std::uint64_t{counts->numbers} * vectorsOf(checkpoint.options) * sizeof(float);
    if (wanted != rest.size()) {
        return broken(
            "expected " + std::to_string(wanted) + " bytes after the header, found " +
            std::to_string(rest.size()));
    }
    if (auto taken = takeLosses(rest, counts->losses, checkpoint); !taken) {
        return std::unexpected(taken.error());
    }
    if (auto taken = takeState(rest, counts->numbers, checkpoint); !taken) {
        return std::unexpected(taken.error());
    }
    return checkpoint;
}

} // namespace digitpad
