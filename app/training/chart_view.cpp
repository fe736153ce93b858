// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chart_view.h"

#include "app/shell/theme.h"

#include <QChart>
#include <QMouseEvent>
#include <QPainterPath>

#include <cmath>

namespace digitpad {

ChartView::ChartView(QChart* chart, QWidget* parent) : QChartView(chart, parent)
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    // The wheel belongs to the page, not to a scene that has nowhere to go.
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ChartView::setInvitation(const QString& text)
{
    m_invitation = text;
    viewport()->update();
}

void ChartView::drawForeground(QPainter* painter, const QRectF& /*rect*/)
{
    if (!m_invitation.isEmpty()) {
        drawInvitation(*painter);
    } else if (m_pointer) {
        const QRectF plot = chart()->plotArea();
        painter->setPen(QPen(theme::quietText(palette()), 1, Qt::DashLine));
        painter->drawLine(
            QPointF(m_pointer->x(), plot.top()), QPointF(m_pointer->x(), plot.bottom()));
    }
}

/// A pale curve falling the way a loss does, and the words over it.
void ChartView::drawInvitation(QPainter& painter) const
{
    const QRectF area =
        QRectF(viewport()->rect())
            .adjusted(theme::kGroup, theme::kMargin, -theme::kGroup, -theme::kGroup);
    QPainterPath curve;
    constexpr int kSteps = 100;
    for (int i = 0; i <= kSteps; ++i) {
        const double x = double{1} * i / kSteps;
        const double loss = 0.08 + 0.84 * std::exp(-7 * x);
        const QPointF point(area.left() + x * area.width(), area.bottom() - loss * area.height());
        i == 0 ? curve.moveTo(point) : curve.lineTo(point);
    }
    QColor accent = palette().color(QPalette::Highlight);
    accent.setAlphaF(0.35F);
    painter.setPen(QPen(accent, 2.5, Qt::DashLine, Qt::RoundCap));
    painter.drawPath(curve);

    painter.setPen(theme::hairline(palette()));
    painter.drawLine(area.bottomLeft(), area.bottomRight());

    painter.setPen(theme::quietText(palette()));
    painter.setFont(theme::bodyFont());
    const QRectF words = area.adjusted(area.width() * 0.2, 0, -area.width() * 0.1, 0);
    painter.drawText(words, Qt::AlignCenter | Qt::TextWordWrap, m_invitation);
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF place = mapToScene(event->position().toPoint());
    const bool inside = chart()->plotArea().contains(place);
    pointAt(inside && m_invitation.isEmpty() ? std::optional(place) : std::nullopt);
}

void ChartView::leaveEvent(QEvent* event)
{
    pointAt(std::nullopt);
    QChartView::leaveEvent(event);
}

void ChartView::pointAt(std::optional<QPointF> place)
{
    if (place == m_pointer) {
        return;
    }
    m_pointer = place;
    viewport()->update();
    Q_EMIT pointedAt(place ? std::optional(chart()->mapToValue(*place).x()) : std::nullopt);
}

} // namespace digitpad
