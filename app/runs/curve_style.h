// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPen>

class QPainter;
class QPalette;

namespace digitpad {

/// How one of several curves is drawn. Five colours that stay apart for colour-blind eyes too, then
/// the same ones dashed, dotted and so on; and a shape for single points.
class CurveStyle {
public:
    /// `number` is that of the curve, from 0.
    CurveStyle(int number, const QPalette& palette);

    [[nodiscard]] const QColor& colour() const { return m_colour; }
    [[nodiscard]] QPen pen(qreal width) const;
    /// A single point, `size` across.
    void drawMark(QPainter& painter, const QPointF& place, qreal size) const;

private:
    int m_number;
    QColor m_colour;
};

} // namespace digitpad
