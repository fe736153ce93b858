// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <cstdint>

namespace digitpad {

/// A number that tells data from other data: the same for the same glyphs and labels in the same
/// order, on every machine. No defence against somebody who wants two to look alike. A few
/// milliseconds for MNIST.
[[nodiscard]] std::uint64_t fingerprint(const Dataset& data);

} // namespace digitpad
