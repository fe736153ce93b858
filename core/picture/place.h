// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"
#include "core/picture/digit.h"

namespace digitpad {

/// Puts a digit into a glyph as MNIST's are: scaled to fit 20×20 with its shape kept by averaging
/// over areas, its centre of mass on Glyph::kCentreOfMass. Lines thinner than MNIST's thinnest are
/// thickened, for shrunk as they are they would fade.
[[nodiscard]] Glyph placeDigit(const Digit& digit);

} // namespace digitpad
