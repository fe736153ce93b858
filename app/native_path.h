// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <new>
#include <string>

namespace digitpad {

/// A file's name as Qt can open it for reading. The system's names are bytes, Qt's are Unicode: one
/// that is not UTF-8 (out of an old archive, say) is opened here and named by its descriptor.
class ReadablePath {
public:
    explicit ReadablePath(const std::string& name);
    ~ReadablePath();
    ReadablePath(const ReadablePath&) = delete;
    ReadablePath& operator=(const ReadablePath&) = delete;

    [[nodiscard]] const QString& path() const { return m_path; }

private:
    QString m_path;
    int m_descriptor = -1;
};

/// What `read` makes of a file, by a name that Qt can open; errors name it as it was given. Memory
/// that runs out is an error, too.
template <class T, class Read> Result<T> readNamed(const std::string& file, const Read& read)
{
    try {
        Result<T> result = read(ReadablePath(file).path());
        if (!result) {
            result.error().file = file;
        }
        return result;
    } catch (const std::bad_alloc&) {
        return std::unexpected(
            Error{.code = ErrorCode::OutOfMemory, .detail = "decoding a picture", .file = file});
    }
}

/// Whether Qt can name the file, for writing.
[[nodiscard]] bool isUnicode(const std::string& name);

} // namespace digitpad
