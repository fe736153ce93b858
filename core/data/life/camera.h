// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/life/scene.h"
#include "core/picture/plane.h"

#include <array>
#include <cstdint>

namespace digitpad::life {

/// Red, green and blue, 0 to 1.
using Channels = std::array<Plane, 3>;

/// What a camera makes of what is before it: out of focus, well
/// exposed, with a sensor's noise.
void expose(Channels& channels, const Camera& camera, std::uint64_t seed);

/// What is left of a picture after it was saved as a JPEG of that quality (libjpeg's, 1 to 100):
/// the coefficients of 8×8 blocks rounded, the colours at half the resolution (ITU-T T.81).
void compress(Channels& channels, int quality);

} // namespace digitpad::life
