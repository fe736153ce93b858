// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/stroke.h"

#include <QList>
#include <QPointF>
#include <QRectF>

namespace digitpad {

/// Where the pen was on the paper and how hard it pressed. The paper is the unit square, (0, 0) its
/// top left corner, so a drawing keeps its shape when the window changes size.
struct PenPoint {
    QPointF position;     ///< 0 to 1 in both directions
    qreal pressure = 0.5; ///< 0 to 1; made up from the speed where the device knows none

    friend bool operator==(const PenPoint&, const PenPoint&) = default;
};

/// What the pen drew between touching the paper and leaving it; at least one point.
using PenStroke = QList<PenPoint>;

/// The strokes of a drawing in the order they were drawn.
using Drawing = QList<PenStroke>;

/// How wide a pen draws on screen, in sides of the paper. The network does not see it: it gets the
/// same pen whatever the drawing's size.
[[nodiscard]] qreal penWidth(qreal pressure);

/// The part of the paper that a stroke inks.
[[nodiscard]] QRectF inkedRect(const PenStroke& stroke);

/// How far a place on the paper is from the stroke's line.
[[nodiscard]] qreal distance(const PenStroke& stroke, const QPointF& place);

/// The drawing as core knows it: positions only, in the same coordinates. A stroke shorter than the
/// thinnest line is wide looks like a dot and is one, a single point, and so is a drawing that
/// small: core makes every drawing as large as the glyph, be it a tap of an unsteady hand.
[[nodiscard]] Ink toInk(const Drawing& drawing);

} // namespace digitpad
