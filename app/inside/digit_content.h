// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/inside_view.h"

#include <cstddef>

namespace digitpad {

/// What it is called, for people, counted from 1: "Test digit 4,823, a 7".
[[nodiscard]] QString digitCaption(const TestDigits& digits, std::size_t index);

/// One of the digits as it is put on the pad, an own sample with its strokes.
[[nodiscard]] PadContent digitContent(const TestDigits& digits, std::size_t index);

} // namespace digitpad
