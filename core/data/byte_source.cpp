// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/byte_source.h"

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <system_error>
#include <utility>

namespace digitpad {

namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} * 1024;
constexpr int kGzipOnly = 16 + MAX_WBITS; // zlib's way of asking for the gzip wrapper

Error error(ErrorCode code, std::string file, std::string why)
{
    return {.code = code, .detail = std::move(why), .file = std::move(file)};
}

Error cannotRead(std::string file, std::string why)
{
    return error(ErrorCode::CannotRead, std::move(file), std::move(why));
}

std::string lastSystemError()
{
    return std::error_code(errno, std::generic_category()).message();
}

} // namespace

void ByteSource::EndInflate::operator()(z_stream_s* stream) const
{
    inflateEnd(stream);
    delete stream;
}

ByteSource::ByteSource(std::string file, std::ifstream stream)
    : m_file(std::move(file)), m_stream(std::move(stream)), m_buffer(kBufferBytes)
{
}

Result<ByteSource> ByteSource::open(const std::filesystem::path& file)
{
    std::error_code unknown;
    const auto status = std::filesystem::status(file, unknown);
    if (status.type() == std::filesystem::file_type::not_found) {
        return std::unexpected(error(ErrorCode::NotFound, file.string(), "no such file"));
    }
    if (status.type() == std::filesystem::file_type::none) {
        return std::unexpected(cannotRead(file.string(), unknown.message()));
    }
    // A folder opens without an error and a pipe may never end: neither is a file to read.
    if (!std::filesystem::is_regular_file(status)) {
        return std::unexpected(error(ErrorCode::NotAFile, file.string(), "not a regular file"));
    }
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return std::unexpected(cannotRead(file.string(), lastSystemError()));
    }
    ByteSource source(file.string(), std::move(stream));
    if (auto filled = source.fill(); !filled) {
        return std::unexpected(filled.error());
    }
    const auto start = source.m_pending;
    if (start.empty()) {
        return std::unexpected(error(ErrorCode::Empty, file.string(), "0 bytes"));
    }
    if (start.size() >= 2 && start[0] == 0x1f && start[1] == 0x8b) {
        auto inflater = std::make_unique<z_stream>();
        if (inflateInit2(inflater.get(), kGzipOnly) != Z_OK) {
            return std::unexpected(Error{
                .code = ErrorCode::OutOfMemory,
                .detail = "zlib cannot start",
                .file = source.m_file});
        }
        source.m_inflate.reset(inflater.release());
    }
    return source;
}

/// Reads more of the file where nothing is pending; nothing is pending after it at the file's end.
Result<void> ByteSource::fill()
{
    if (!m_pending.empty() || m_stream.eof()) {
        return {};
    }
    errno = 0;
    m_stream.read(
        reinterpret_cast<char*>(m_buffer.data()), static_cast<std::streamsize>(m_buffer.size()));
    if (m_stream.bad()) {
        return std::unexpected(cannotRead(m_file, lastSystemError()));
    }
    m_pending = std::span(m_buffer).first(static_cast<std::size_t>(m_stream.gcount()));
    return {};
}

Result<std::size_t> ByteSource::read(std::span<std::uint8_t> into)
{
    auto count = m_inflate ? readGzip(into) : readPlain(into);
    m_offset += count.value_or(0);
    return count;
}

Result<std::size_t> ByteSource::readPlain(std::span<std::uint8_t> into)
{
    std::size_t done = 0;
    while (done < into.size()) {
        if (auto filled = fill(); !filled) {
            return std::unexpected(filled.error());
        }
        if (m_pending.empty()) {
            break;
        }
        const std::size_t part = std::min(m_pending.size(), into.size() - done);
        std::copy_n(m_pending.begin(), part, into.begin() + static_cast<std::ptrdiff_t>(done));
        m_pending = m_pending.subspan(part);
        m_consumed += part;
        done += part;
    }
    return done;
}

/// False at the end of the file, which is where no further gzip member may be missed.
Result<bool> ByteSource::beginMember()
{
    if (auto filled = fill(); !filled) {
        return std::unexpected(filled.error());
    }
    if (m_pending.empty()) {
        return false;
    }
    inflateReset(m_inflate.get());
    m_betweenMembers = false;
    return true;
}

Result<std::size_t> ByteSource::readGzip(std::span<std::uint8_t> into)
{
    std::size_t done = 0;
    while (done < into.size()) {
        if (m_betweenMembers) {
            auto begun = beginMember();
            if (!begun) {
                return std::unexpected(begun.error());
            }
            if (!*begun) {
                break;
            }
        }
        if (auto filled = fill(); !filled) {
            return std::unexpected(filled.error());
        }
        if (m_pending.empty()) {
            return std::unexpected(
                damaged(m_file, m_consumed, "more gzip data", "the end of the file"));
        }
        const std::size_t room =
            std::min<std::size_t>(into.size() - done, std::numeric_limits<uInt>::max());
        // zlib never writes through next_in, though its type does not say so.
        m_inflate->next_in = const_cast<Bytef*>(m_pending.data());
        m_inflate->avail_in = static_cast<uInt>(m_pending.size());
        m_inflate->next_out = into.data() + done;
        m_inflate->avail_out = static_cast<uInt>(room);
        const int outcome = inflate(m_inflate.get(), Z_NO_FLUSH);
        const std::size_t used = m_pending.size() - m_inflate->avail_in;
        m_pending = m_pending.subspan(used);
        m_consumed += used;
        done += room - m_inflate->avail_out;
        if (outcome == Z_STREAM_END) {
            m_betweenMembers = true;
        } else if (outcome == Z_MEM_ERROR) {
            return std::unexpected(Error{
                .code = ErrorCode::OutOfMemory, .detail = "zlib has no memory", .file = m_file});
        } else if (outcome != Z_OK) {
            const char* why = m_inflate->msg;
            return std::unexpected(damaged(
                m_file, m_consumed, "valid gzip data", why != nullptr ? why : "broken data"));
        }
    }
    return done;
}

} // namespace digitpad
