// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"

class QImage;
class QPainter;
class QPalette;
class QPointF;

namespace digitpad {

/// A pixel for each of the glyph's, in the colours of paper and text. It shows the glyph's own
/// bytes, and is gone with them.
[[nodiscard]] QImage glyphImage(const Glyph& glyph, const QPalette& palette);

/// Paints a glyph on squared paper, each of its pixels a square of `pixel` device-independent
/// pixels, which should be whole pixels of the screen. The grid adds one of those to the side.
void paintGlyph(
    QPainter& painter, const Glyph& glyph, const QPointF& corner, double pixel,
    const QPalette& palette);

} // namespace digitpad
