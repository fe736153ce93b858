// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/guarded.h"

#include <c10/util/Exception.h>

#include <exception>
#include <new>
#include <string_view>

namespace digitpad {

Error currentException()
{
    try {
        throw;
    } catch (const c10::OutOfMemoryError& error) {
        return {ErrorCode::OutOfMemory, error.what_without_backtrace(), {}};
    } catch (const c10::Error& error) {
        // The CPU's allocator has no exception type of its own.
        const std::string_view text = error.what_without_backtrace();
        const bool memory = text.find("can't allocate memory") != std::string_view::npos;
        return {memory ? ErrorCode::OutOfMemory : ErrorCode::Internal, std::string(text), {}};
    } catch (const std::bad_alloc&) {
        return {ErrorCode::OutOfMemory, "the host's memory is used up", {}};
    } catch (const std::exception& error) {
        return {ErrorCode::Internal, error.what(), {}};
    } catch (...) {
        return {ErrorCode::Internal, "an exception of unknown type", {}};
    }
}

} // namespace digitpad
