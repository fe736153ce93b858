// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chart_view.h"

#include "app/shell/theme.h"
#include "app/training/chart_input.h"
#include "app/widgets/accessible_role.h"

#include <QChart>
#include <QPainterPath>

#include <cmath>

namespace digitpad {

ChartView::ChartView(QChart* chart, QWidget* parent)
    : QChartView(chart, parent), m_input(new ChartInput(viewport(), this, [this]() -> ChartPlace {
          if (!m_invitation.isEmpty()) {
              return {};
          }
          const QRectF plot = this->chart()->plotArea();
          return {
              .plot = mapFromScene(plot).boundingRect(),
              .from = this->chart()->mapToValue(plot.topLeft()).x(),
              .to = this->chart()->mapToValue(plot.topRight()).x()};
      }))
{
    setAccessibleRole(this, QAccessible::Chart);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
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
    } else if (const auto& pointer = m_input->pointer()) {
        const QRectF plot = chart()->plotArea();
        const double x = mapToScene(pointer->toPoint()).x();
        painter->setPen(QPen(theme::quietText(palette()), 1, Qt::DashLine));
        painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
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

} // namespace digitpad
