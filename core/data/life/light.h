// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/life/scene.h"

namespace digitpad::life {

/// How much of the light there is in a pixel of the picture, at most 1.
[[nodiscard]] float brightnessAt(const Light& light, int x, int y);

} // namespace digitpad::life
