// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/picture/colours.h"
#include "core/picture/plane.h"

namespace digitpad {

/// Whether the shape is in the transparency: ink on a transparent ground. It is not where all is
/// equally opaque, nor where a mostly filled shape, such as a sheet with round corners, has its own
/// ink and paper.
[[nodiscard]] bool alphaCarriesShape(const Colours& colours);

/// Fills what is transparent with the most common of the opaque colours, the paper's.
void fillTransparent(Colours& colours);

} // namespace digitpad
