// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <utility>

namespace digitpad {

Error damaged(
    std::string file, std::uint64_t offset, const std::string& expected, const std::string& found)
{
    return {
        .code = ErrorCode::Damaged,
        .detail = "byte " + std::to_string(offset) + ": expected " + expected + ", found " + found,
        .file = std::move(file)};
}

} // namespace digitpad
