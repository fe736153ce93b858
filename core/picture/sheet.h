// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/colours.h"

#include <optional>

namespace digitpad {

/// Where a sheet lies whole on a table of another brightness: its part of the picture, with all
/// around the sheet made transparent. None where there is no such sheet; light digits on a dark
/// ground are told from sheets by their shape.
[[nodiscard]] std::optional<Colours> sheetIn(const Colours& colours);

} // namespace digitpad
