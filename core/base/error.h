// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <string>

namespace digitpad {

/// What went wrong, as far as a program can act on it. The application turns a code into a
/// sentence for people; core never does.
enum class ErrorCode {
    CannotRead,        ///< a file cannot be opened or read (no permission, a broken disk)
    CannotWrite,       ///< a file cannot be written (full disk, no permission)
    NotFound,          ///< there is no such file or folder
    NotAFile,          ///< a folder, a pipe or a device where a file is needed
    Empty,             ///< a file of 0 bytes
    Damaged,           ///< the bytes are not what their format asks for
    BadLine,           ///< a line of a text file is not what it should be; file is "FILE:LINE"
    TooLarge,          ///< over a limit set for safety; the detail names the limit
    Unsupported,       ///< well formed, but nothing that can be used here
    NotAPicture,       ///< in no format of pictures that is read here
    NotAStateDict,     ///< of torch.save, but not of a state_dict; the detail says what it holds
    DataParallel,      ///< a state_dict saved through torch.nn.DataParallel
    OtherNetwork,      ///< a state_dict of another network; the detail lists its tensors
    OtherData,         ///< a checkpoint of a run on other data; the detail names both
    Blank,             ///< there is no ink in it
    NoSamples,         ///< the database has no own samples, or none of those that are asked for
    InvalidOptions,    ///< an option is out of its range; the detail names it and the range
    NoSuchDevice,      ///< the detail lists the devices there are: "cpu, cuda:0"
    OutOfMemory,       ///< on the host or on the device
    Diverged,          ///< training reached a loss that is not finite
    Database,          ///< of runs and own samples: cannot be opened, read or written
    EngineUnavailable, ///< the engine module cannot be loaded
    Internal,          ///< an exception of a library below; the detail is its text
};

/// A code and its technical detail in English, for instance "byte 4: expected 60000 images,
/// found 59999". `file` names the file it is about, as it was given; empty where there is none.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
    std::string file;

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T> using Result = std::expected<T, Error>;

/// An Error for bytes that break their format: "byte OFFSET: expected EXPECTED, found FOUND".
[[nodiscard]] Error damaged(
    std::string file, std::uint64_t offset, const std::string& expected, const std::string& found);

} // namespace digitpad
