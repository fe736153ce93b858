// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx.h"

#include "core/data/byte_source.h"

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace digitpad {

namespace {

constexpr std::uint32_t kImagesMagic = 0x00000803;
constexpr std::uint32_t kLabelsMagic = 0x00000801;
constexpr std::uint32_t kMostItems = 10'000'000;

// A count is only a claim until the bytes are there: memory follows what was read. 64 Ki images
// hold MNIST without ever moving it, and untouched pages of the reserve cost nothing.
constexpr std::size_t kFirstReserve = std::size_t{64} * 1024;
constexpr std::size_t kItemsAtOnce = 1024;

std::string hex(std::uint32_t value)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text = "0x";
    for (int shift = 28; shift >= 0; shift -= 4) {
        text += kDigits[(value >> shift) & 0xf];
    }
    return text;
}

/// The next big-endian number of a header.
Result<std::uint32_t> readNumber(ByteSource& source, const std::string& what)
{
    const std::uint64_t offset = source.offset();
    std::array<std::uint8_t, 4> bytes{};
    const auto count = source.read(bytes);
    if (!count) {
        return std::unexpected(count.error());
    }
    if (*count < bytes.size()) {
        return std::unexpected(damaged(
            source.file(), offset, "4 bytes (" + what + ")", std::to_string(*count) + " bytes"));
    }
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 |
           std::uint32_t{bytes[2]} << 8 | std::uint32_t{bytes[3]};
}

Result<void>
expectNumber(ByteSource& source, const std::string& what, std::uint32_t expected, auto&& toText)
{
    const std::uint64_t offset = source.offset();
    const auto found = readNumber(source, what);
    if (!found) {
        return std::unexpected(found.error());
    }
    if (*found != expected) {
        return std::unexpected(
            damaged(source.file(), offset, what + " " + toText(expected), toText(*found)));
    }
    return {};
}

/// Checks the magic number and gives the count that follows it.
Result<std::uint32_t> readCount(ByteSource& source, std::uint32_t magic)
{
    if (auto right = expectNumber(source, "magic number", magic, hex); !right) {
        return std::unexpected(right.error());
    }
    const auto count = readNumber(source, "count");
    if (count && *count > kMostItems) {
        return std::unexpected(Error{
            .code = ErrorCode::TooLarge,
            .detail = "byte 4: " + std::to_string(*count) + " items, the limit is " +
                      std::to_string(kMostItems),
            .file = source.file()});
    }
    return count;
}

std::span<std::uint8_t> bytesOf(std::span<Glyph> glyphs)
{
    // Glyph is its 784 bytes and nothing else (see glyph.h).
    return {reinterpret_cast<std::uint8_t*>(glyphs.data()), glyphs.size_bytes()};
}

std::span<std::uint8_t> bytesOf(std::span<std::uint8_t> labels)
{
    return labels;
}

/// Asks for large pages where the system has them: training takes images from all over the place,
/// and with small pages waits for the pages' addresses as long as for the images.
void preferLargePages([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t size)
{
#ifdef __linux__
    constexpr std::size_t kLargePage = std::size_t{2} << 20;
    if (std::align(kLargePage, kLargePage, memory, size) != nullptr) {
        madvise(memory, size / kLargePage * kLargePage, MADV_HUGEPAGE); // refused is no harm
    }
#endif
}

/// Reads `count` items and makes sure that nothing follows them. None when asked to stop.
template <class Item>
Result<std::vector<Item>> readItems(
    ByteSource& source, std::size_t count, const std::string& what, const std::stop_token& stop)
{
    std::vector<Item> items;
    while (items.size() < count) {
        if (stop.stop_requested()) {
            return std::vector<Item>();
        }
        if (items.size() + kItemsAtOnce > items.capacity()) {
            items.reserve(std::min(count, std::max(kFirstReserve, 2 * items.capacity())));
            preferLargePages(items.data(), items.capacity() * sizeof(Item));
        }
        const std::size_t before = items.size();
        const std::size_t part = std::min(kItemsAtOnce, count - before);
        items.resize(before + part);
        const auto read = source.read(bytesOf(std::span(items).subspan(before)));
        if (!read) {
            return std::unexpected(read.error());
        }
        if (*read < part * sizeof(Item)) {
            return std::unexpected(damaged(
                source.file(), source.offset(), std::to_string(count) + " " + what,
                "the end after " + std::to_string(before + *read / sizeof(Item))));
        }
    }
    std::array<std::uint8_t, 1> extra{};
    const auto more = source.read(extra);
    if (!more) {
        return std::unexpected(more.error());
    }
    if (*more != 0) {
        return std::unexpected(damaged(
            source.file(), source.offset() - 1,
            "the end after " + std::to_string(count) + " " + what, "more bytes"));
    }
    return items;
}

Result<void> checkLabels(const ByteSource& source, const std::vector<std::uint8_t>& labels)
{
    const auto wrong =
        std::find_if(labels.begin(), labels.end(), [](std::uint8_t label) { return label > 9; });
    if (wrong == labels.end()) {
        return {};
    }
    const auto first = source.offset() - labels.size();
    const auto index = static_cast<std::uint64_t>(wrong - labels.begin());
    return std::unexpected(
        damaged(source.file(), first + index, "a label from 0 to 9", std::to_string(*wrong)));
}

/// Reads the headers of both files: how many images and labels follow.
Result<std::uint32_t> readHeaders(ByteSource& images, ByteSource& labels)
{
    const auto decimal = [](std::uint32_t value) { return std::to_string(value); };
    const auto count = readCount(images, kImagesMagic);
    if (!count) {
        return std::unexpected(count.error());
    }
    for (const char* what : {"rows", "columns"}) {
        if (auto right = expectNumber(images, what, Glyph::kSide, decimal); !right) {
            return std::unexpected(right.error());
        }
    }
    const auto labelCount = readCount(labels, kLabelsMagic);
    if (!labelCount) {
        return std::unexpected(labelCount.error());
    }
    if (*labelCount != *count) {
        return std::unexpected(damaged(
            labels.file(), 4, std::to_string(*count) + " labels, one for each image",
            std::to_string(*labelCount)));
    }
    return count;
}

Result<Dataset> readPair(ByteSource& images, ByteSource& labels, const std::stop_token& stop)
{
    const auto count = readHeaders(images, labels);
    if (!count) {
        return std::unexpected(count.error());
    }
    auto labelItems = readItems<std::uint8_t>(labels, *count, "labels", stop);
    if (!labelItems) {
        return std::unexpected(labelItems.error());
    }
    if (auto right = checkLabels(labels, *labelItems); !right) {
        return std::unexpected(right.error());
    }
    auto glyphs = readItems<Glyph>(images, *count, "images", stop);
    if (!glyphs) {
        return std::unexpected(glyphs.error());
    }
    if (glyphs->size() < *count || labelItems->size() < *count) {
        return Dataset{}; // stopped
    }
    return Dataset{.glyphs = std::move(*glyphs), .labels = std::move(*labelItems)};
}

/// Opens both files and reads them with `read`.
template <class Read>
auto withFiles(const std::filesystem::path& images, const std::filesystem::path& labels, Read read)
    -> std::invoke_result_t<Read, ByteSource&, ByteSource&>
{
    try {
        auto imageSource = ByteSource::open(images);
        if (!imageSource) {
            return std::unexpected(imageSource.error());
        }
        auto labelSource = ByteSource::open(labels);
        if (!labelSource) {
            return std::unexpected(labelSource.error());
        }
        return read(*imageSource, *labelSource);
    } catch (const std::bad_alloc&) {
        return std::unexpected(Error{
            .code = ErrorCode::OutOfMemory,
            .detail = "no memory for the images",
            .file = images.string()});
    }
}

} // namespace

Result<Dataset> readIdx(
    const std::filesystem::path& images, const std::filesystem::path& labels,
    const std::stop_token& stop)
{
    return withFiles(images, labels, [&stop](ByteSource& imageSource, ByteSource& labelSource) {
        return readPair(imageSource, labelSource, stop);
    });
}

Result<std::size_t>
countIdx(const std::filesystem::path& images, const std::filesystem::path& labels)
{
    return withFiles(images, labels, readHeaders);
}

} // namespace digitpad
