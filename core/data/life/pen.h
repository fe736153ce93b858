// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/life/scene.h"
#include "core/ink/stroke.h"
#include "core/picture/plane.h"

namespace digitpad::life {

/// How much of each pixel of the picture the ink takes, 0 to 1. The ink is in heights of the
/// writing from its middle.
[[nodiscard]] Plane inked(const Ink& ink, const Scene& scene);

} // namespace digitpad::life
