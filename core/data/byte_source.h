// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <string>
#include <vector>

struct z_stream_s;

namespace digitpad {

/// The bytes of a file from first to last, decompressed on the way when it begins like gzip
/// (1f 8b, RFC 1952; members that follow one another are one stream). Holds 64 KiB of the file and
/// decompresses only as much as is asked for, so a file that would unpack to terabytes costs
/// nothing to whoever stops asking.
class ByteSource {
public:
    /// Errors: NotFound; NotAFile for anything but a regular file; Empty; CannotRead; OutOfMemory.
    [[nodiscard]] static Result<ByteSource> open(const std::filesystem::path& file);

    /// Fills `into`; the number of bytes is smaller only where the content ends.
    /// Errors: CannotRead; Damaged (with the offset in the compressed file) for broken gzip,
    /// which a truncated file and a wrong checksum are.
    [[nodiscard]] Result<std::size_t> read(std::span<std::uint8_t> into);

    /// How many bytes of the content were read.
    [[nodiscard]] std::uint64_t offset() const { return m_offset; }
    [[nodiscard]] const std::string& file() const { return m_file; }

private:
    struct EndInflate {
        void operator()(z_stream_s* stream) const;
    };

    ByteSource(std::string file, std::ifstream stream);

    Result<void> fill();
    Result<std::size_t> readPlain(std::span<std::uint8_t> into);
    Result<std::size_t> readGzip(std::span<std::uint8_t> into);
    Result<bool> beginMember();

    std::string m_file;
    std::ifstream m_stream;
    std::vector<std::uint8_t> m_buffer;
    std::span<const std::uint8_t> m_pending; ///< of m_buffer, not yet used
    std::uint64_t m_consumed = 0;            ///< bytes of the file before m_pending
    std::uint64_t m_offset = 0;
    std::unique_ptr<z_stream_s, EndInflate> m_inflate; ///< null for a plain file
    bool m_betweenMembers = true;
};

} // namespace digitpad
