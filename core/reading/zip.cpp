// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/zip.h"

#include <zlib.h>

#include <cstddef>
#include <cstdint>

// The layout of a zip archive is that of PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.7 (local
// header), 4.3.12 (central directory) and 4.3.16 (end of central directory).

namespace digitpad {
namespace {

constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::uint32_t kCentralSignature = 0x02014b50;
constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::size_t kLocalSize = 30;
constexpr std::size_t kCentralSize = 46;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kMaxComment = 0xffff;
constexpr std::size_t kMaxRecords = 10'000;
constexpr std::size_t kAlignment = 64;

std::uint32_t little(std::string_view bytes, std::size_t offset, int count)
{
    std::uint32_t value = 0;
    for (int i = count - 1; i >= 0; --i) {
        value =
            value << 8 | static_cast<unsigned char>(bytes[offset + static_cast<std::size_t>(i)]);
    }
    return value;
}

std::uint32_t little16(std::string_view bytes, std::size_t offset)
{
    return little(bytes, offset, 2);
}

std::uint32_t little32(std::string_view bytes, std::size_t offset)
{
    return little(bytes, offset, 4);
}

std::uint32_t crcOf(std::string_view data)
{
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const unsigned char*>(data.data()), data.size()));
}

std::unexpected<Error>
broken(std::size_t offset, const std::string& expected, const std::string& found)
{
    return std::unexpected(damaged({}, offset, expected, found));
}

/// Where the end-of-directory record starts: the last place that has its signature.
std::size_t findEnd(std::string_view bytes)
{
    if (bytes.size() < kEndSize) {
        return std::string_view::npos;
    }
    const std::size_t last = bytes.size() - kEndSize;
    const std::size_t first = last > kMaxComment ? last - kMaxComment : 0;
    const std::size_t found = bytes.rfind("PK\5\6", last);
    return found == std::string_view::npos || found < first ? std::string_view::npos : found;
}

/// The data of the record whose central header stands at `header`.
Result<std::string_view> recordData(std::string_view bytes, std::size_t header)
{
    if (little16(bytes, header + 8) & 1) {
        return std::unexpected(Error{ErrorCode::Unsupported, "an encrypted zip archive", {}});
    }
    const bool stored = little16(bytes, header + 10) == 0;
    const std::uint32_t crc = little32(bytes, header + 16);
    const std::size_t size = little32(bytes, header + 20);
    const std::size_t local = little32(bytes, header + 42);
    if (stored && little32(bytes, header + 24) != size) {
        return broken(header + 20, "equal sizes", "different ones for a stored record");
    }
    if (local > bytes.size() || bytes.size() - local < kLocalSize ||
        little32(bytes, local) != kLocalSignature) {
        return broken(header + 42, "the offset of a local header", std::to_string(local));
    }
    // The local header's own sizes are 0 where a writer streams; the directory's count.
    const std::size_t start =
        local + kLocalSize + little16(bytes, local + 26) + little16(bytes, local + 28);
    if (start > bytes.size() || bytes.size() - start < size) {
        return broken(
            header + 20, "a record inside the file",
            std::to_string(size) + " bytes at " + std::to_string(start));
    }
    const std::string_view data = bytes.substr(start, size);
    if (stored && crc != 0 && crcOf(data) != crc) {
        return broken(
            start, "data with CRC-32 " + std::to_string(crc), std::to_string(crcOf(data)));
    }
    return data;
}

void put(std::string& out, std::uint32_t value, int count)
{
    for (int i = 0; i < count; ++i) {
        out.push_back(static_cast<char>(value >> (8 * i) & 0xff));
    }
}

/// Fields that a local and a central header share: version needed to the CRC-32 and sizes.
void putCommon(std::string& out, const ZipRecord& record)
{
    put(out, 20, 2);   // version 2.0
    put(out, 0, 2);    // no flags
    put(out, 0, 2);    // stored
    put(out, 0, 2);    // midnight
    put(out, 0x21, 2); // 1 January 1980, the first day there is
    put(out, crcOf(record.data), 4);
    put(out, static_cast<std::uint32_t>(record.data.size()), 4);
    put(out, static_cast<std::uint32_t>(record.data.size()), 4);
    put(out, static_cast<std::uint32_t>(record.name.size()), 2);
}

} // namespace

Result<std::vector<ZipRecord>> readZip(std::string_view bytes)
{
    const std::size_t end = findEnd(bytes);
    if (end == std::string_view::npos) {
        return broken(bytes.size(), "the end of a zip archive", "the end of the file");
    }
    const std::size_t count = little16(bytes, end + 10);
    const std::size_t size = little32(bytes, end + 12);
    const std::size_t start = little32(bytes, end + 16);
    if (count > kMaxRecords) {
        return std::unexpected(
            Error{ErrorCode::TooLarge, "a zip archive of over 10000 records", {}});
    }
    if (start > end || size > end - start) {
        return broken(end + 12, "a directory inside the file", std::to_string(size) + " bytes");
    }
    std::vector<ZipRecord> records;
    std::size_t header = start;
    for (std::size_t i = 0; i < count; ++i) {
        if (start + size - header < kCentralSize || little32(bytes, header) != kCentralSignature) {
            return broken(header, std::to_string(count) + " records", std::to_string(i));
        }
        const std::size_t nameSize = little16(bytes, header + 28);
        const std::size_t next = header + kCentralSize + nameSize + little16(bytes, header + 30) +
                                 little16(bytes, header + 32);
        if (next > start + size) {
            return broken(header + 28, "a header inside the directory", "one that leaves it");
        }
        const auto data = recordData(bytes, header);
        if (!data) {
            return std::unexpected(data.error());
        }
        records.push_back(
            {.name = std::string(bytes.substr(header + kCentralSize, nameSize)),
             .data = *data,
             .compressed = little16(bytes, header + 10) != 0});
        header = next;
    }
    return records;
}

std::string writeZip(const std::vector<ZipRecord>& records)
{
    std::string out;
    std::string directory;
    for (const ZipRecord& record : records) {
        const auto local = static_cast<std::uint32_t>(out.size());
        // Filled up with an extra field (identifier "FB", as PyTorch calls it) to the alignment.
        const std::size_t unpadded = out.size() + kLocalSize + record.name.size() + 4;
        const std::size_t padding = (kAlignment - unpadded % kAlignment) % kAlignment;
        put(out, kLocalSignature, 4);
        putCommon(out, record);
        put(out, static_cast<std::uint32_t>(4 + padding), 2);
        out += record.name;
        out += "FB";
        put(out, static_cast<std::uint32_t>(padding), 2);
        out.append(padding, 'Z');
        out += record.data;

        put(directory, kCentralSignature, 4);
        put(directory, 20, 2); // made by version 2.0, file attributes as in MS-DOS
        putCommon(directory, record);
        put(directory, 0, 2); // extra field
        put(directory, 0, 2); // comment
        put(directory, 0, 2); // disk
        put(directory, 0, 2); // internal attributes
        put(directory, 0, 4); // external attributes
        put(directory, local, 4);
        directory += record.name;
    }
    const auto start = static_cast<std::uint32_t>(out.size());
    out += directory;
    put(out, kEndSignature, 4);
    put(out, 0, 2); // this disk
    put(out, 0, 2); // the directory's disk
    put(out, static_cast<std::uint32_t>(records.size()), 2);
    put(out, static_cast<std::uint32_t>(records.size()), 2);
    put(out, static_cast<std::uint32_t>(directory.size()), 4);
    put(out, start, 4);
    put(out, 0, 2); // comment
    return out;
}

} // namespace digitpad
