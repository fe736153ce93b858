// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/curve_style.h"

#include "app/shell/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <array>

namespace digitpad {

namespace {

constexpr int kColours = 5;

// Every two of them are at least 21 apart in CIELAB (CIE 1976), for normal eyes and for those that
// lack one kind of cones, as G. Machado and others (2009) simulate them; and each has a contrast of
// 3:1 with the window.
constexpr std::array<QRgb, kColours> kOnLight{
    0xffd2460b, 0xff0b62b0, 0xff009e73, 0xffc0619f, 0xff2b2926};
constexpr std::array<QRgb, kColours> kOnDark{
    0xffff8a3d, 0xff5a8dff, 0xff35c48d, 0xfff0a3d0, 0xfff7f3ea};

} // namespace

CurveStyle::CurveStyle(int number, const QPalette& palette)
    : m_number(number),
      m_colour((theme::isDark(palette) ? kOnDark : kOnLight).at(std::size_t(number % kColours)))
{
}

QPen CurveStyle::pen(qreal width) const
{
    // In widths of the pen. A flat cap ends where the dash does.
    static const std::array<QList<qreal>, 4> kDashes{
        QList<qreal>{}, {5, 2.5}, {1.25, 1.75}, {6, 2, 1.25, 2}};
    QPen pen(m_colour, width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
    if (const auto& dashes = kDashes.at(std::size_t(m_number / kColours) % kDashes.size());
        !dashes.isEmpty()) {
        pen.setDashPattern(dashes);
    }
    return pen;
}

void CurveStyle::drawMark(QPainter& painter, const QPointF& place, qreal size) const
{
    const qreal half = size / 2;
    QPainterPath shape;
    switch (m_number % 4) {
    case 0:
        shape.addEllipse(place, half, half);
        break;
    case 1:
        shape.addRect(
            QRectF(-half, -half, size, size).adjusted(0.5, 0.5, -0.5, -0.5).translated(place));
        break;
    case 2: // pointing up
        shape.addPolygon(QPolygonF(
            {place + QPointF(0, -half - 0.5), place + QPointF(half + 0.5, half),
             place + QPointF(-half - 0.5, half)}));
        break;
    default: // a square on its corner
        shape.addPolygon(QPolygonF(
            {place + QPointF(0, -half - 1), place + QPointF(half + 1, 0),
             place + QPointF(0, half + 1), place + QPointF(-half - 1, 0)}));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colour);
    painter.drawPath(shape);
}

} // namespace digitpad
