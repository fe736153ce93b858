// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"
#include "core/ink/stroke.h"

namespace digitpad {

struct InkOptions {
    /// Width of the pen in glyph pixels, 0.5 to 8.
    double penWidth = 2.4;
    /// Whether the drawing is brought to the size and the place that MNIST's digits have. If not,
    /// the ink lies in the glyph as it does on the paper, the unit square; what is beside it is
    /// left out. A network that has learnt from centred digits errs on those, and shows why.
    bool isPrepared = true;
};

/// Renders a drawing as the network wants it: the inked bounding box scaled to 20×20 with its shape
/// kept, strokes drawn by a round pen with analytic antialiasing, the centre of mass in the middle
/// of the 28×28 glyph (the box and the centring are MNIST's: LeCun et al. 1998).
///
/// The result does not depend on the size or the place of the drawing, unless that is asked for by
/// InkOptions::isPrepared. Defined for every input:
/// no strokes, or none with a finite point, give a blank glyph; one point (or many in one place) a
/// dot of the pen's width. Points that are not finite are left out. Takes time linear in the
/// points.
[[nodiscard]] Glyph renderInk(const Ink& ink, const InkOptions& options = {});

} // namespace digitpad
