// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <expected>

namespace digitpad {

/// The exception in flight as an Error: OutOfMemory, else Internal with its text.
/// Only inside a catch block.
[[nodiscard]] Error currentException();

/// Runs a function that returns a Result; what it throws becomes an Error. Every way from the
/// engine's interface into LibTorch leads through here.
template <class Function>
[[nodiscard]] auto guarded(const Function& function) -> decltype(function())
{
    try {
        return function();
    } catch (...) {
        return std::unexpected(currentException());
    }
}

} // namespace digitpad
