// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chart_view.h"

#include "app/shell/theme.h"

#include <QChart>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainterPath>
#include <QWheelEvent>

#include <cmath>

namespace digitpad {

namespace {

constexpr double kZoomStep = 1.25; // of a notch of the wheel, or a key

} // namespace

ChartView::ChartView(QChart* chart, QWidget* parent) : QChartView(chart, parent)
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
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

double ChartView::valueAt(const QPointF& place) const
{
    return chart()->mapToValue(place).x();
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF place = mapToScene(event->position().toPoint());
    if (m_dragged) {
        const double by = valueAt(*m_dragged) - valueAt(place);
        m_dragged = place;
        Q_EMIT panAsked(by);
    }
    const bool inside = chart()->plotArea().contains(place);
    pointAt(inside && m_invitation.isEmpty() ? std::optional(place) : std::nullopt);
}

void ChartView::mousePressEvent(QMouseEvent* event)
{
    const QPointF place = mapToScene(event->position().toPoint());
    if (event->button() == Qt::LeftButton && m_invitation.isEmpty() &&
        chart()->plotArea().contains(place)) {
        m_dragged = place;
    }
}

void ChartView::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    m_dragged.reset();
}

void ChartView::mouseDoubleClickEvent(QMouseEvent* /*event*/)
{
    Q_EMIT wholeAsked();
}

void ChartView::wheelEvent(QWheelEvent* event)
{
    constexpr double kNotch = 120; // of a mouse wheel; Qt's eighths of a degree
    const QPointF place = mapToScene(event->position().toPoint());
    if (m_invitation.isEmpty() && chart()->plotArea().contains(place)) {
        const QPoint turned = event->angleDelta();
        if (std::abs(turned.x()) > std::abs(turned.y())) {
            const double pixels = turned.x() / kNotch * chart()->plotArea().width() / 10;
            Q_EMIT panAsked(valueAt(place) - valueAt(place + QPointF(pixels, 0)));
        } else {
            Q_EMIT zoomAsked(std::pow(kZoomStep, turned.y() / kNotch), valueAt(place));
        }
    }
    event->accept();
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    const QRectF plot = chart()->plotArea();
    const double middle = valueAt(plot.center());
    const double tenth = (valueAt(plot.topRight()) - valueAt(plot.topLeft())) / 10;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        Q_EMIT zoomAsked(kZoomStep, middle);
        break;
    case Qt::Key_Minus:
        Q_EMIT zoomAsked(1 / kZoomStep, middle);
        break;
    case Qt::Key_Left:
        Q_EMIT panAsked(-tenth);
        break;
    case Qt::Key_Right:
        Q_EMIT panAsked(tenth);
        break;
    case Qt::Key_0:
    case Qt::Key_Home:
        Q_EMIT wholeAsked();
        break;
    default:
        event->ignore();
    }
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
    Q_EMIT pointedAt(place ? std::optional(valueAt(*place)) : std::nullopt);
}

} // namespace digitpad
