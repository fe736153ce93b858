// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/curves_view.h"

#include "app/shell/theme.h"
#include "app/training/chart_input.h"
#include "app/widgets/accessible_role.h"

#include <QEvent>
#include <QPainter>

#include <utility>

namespace digitpad {

CurvesView::CurvesView(QWidget* parent)
    : QWidget(parent), m_input(new ChartInput(this, this, [this]() -> ChartPlace {
          if (m_plot.curves().empty()) {
              return {};
          }
          const CurvesPlot::Places places = m_plot.places(rect());
          return {
              .plot = places.accuracies.isEmpty() ? places.losses
                                                  : places.losses.united(places.accuracies),
              .from = m_plot.shown().from,
              .to = m_plot.shown().to};
      }))
{
    setAccessibleRole(this, QAccessible::Chart);
    setAccessibleName(tr("Curves of the runs"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent); // it paints all of itself
    connect(m_input, &ChartInput::pointedAt, this, &CurvesView::pointedAt);
    connect(m_input, &ChartInput::zoomAsked, this, [this](double factor, double about) {
        show(zoomed(m_plot.shown(), m_plot.whole(), factor, about));
    });
    connect(m_input, &ChartInput::panAsked, this, [this](double by) {
        show(panned(m_plot.shown(), m_plot.whole(), by));
    });
    connect(m_input, &ChartInput::wholeAsked, this, [this] { show(m_plot.whole()); });
}

void CurvesView::setCurves(std::vector<RunCurve> curves)
{
    m_plot.setCurves(std::move(curves));
    redraw();
}

void CurvesView::show(const ChartRange& epochs)
{
    m_plot.show(epochs);
    redraw();
}

void CurvesView::setInvitation(const QString& text)
{
    m_invitation = text;
    redraw();
}

void CurvesView::redraw()
{
    m_isDrawn = false;
    update();
}

void CurvesView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        redraw();
    }
    QWidget::changeEvent(event);
}

void CurvesView::resizeEvent(QResizeEvent* event)
{
    redraw();
    QWidget::resizeEvent(event);
}

void CurvesView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (m_plot.curves().empty()) {
        paintInvitation(painter);
        return;
    }
    const QSize pixels = size() * devicePixelRatioF();
    if (m_drawn.size() != pixels) { // else its memory is used again
        m_drawn = QPixmap(pixels);
        m_isDrawn = false;
    }
    if (!std::exchange(m_isDrawn, true)) {
        m_drawn.setDevicePixelRatio(devicePixelRatioF());
        m_drawn.fill(palette().color(QPalette::Window));
        QPainter chart(&m_drawn);
        m_plot.paint(chart, rect(), palette());
    }
    painter.drawPixmap(0, 0, m_drawn);
    if (const auto& pointer = m_input->pointer()) {
        painter.setPen(QPen(theme::quietText(palette()), 1, Qt::DashLine));
        const CurvesPlot::Places places = m_plot.places(rect());
        for (const QRectF& plot : {places.losses, places.accuracies}) {
            painter.drawLine(
                QPointF(pointer->x(), plot.top()), QPointF(pointer->x(), plot.bottom()));
        }
    }
    if (hasFocus()) { // where the keyboard is
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void CurvesView::paintInvitation(QPainter& painter) const
{
    painter.fillRect(rect(), palette().window());
    painter.setPen(theme::quietText(palette()));
    painter.setFont(theme::bodyFont());
    painter.drawText(
        rect().adjusted(theme::kGroup, 0, -theme::kGroup, 0), Qt::AlignCenter | Qt::TextWordWrap,
        m_invitation);
}

} // namespace digitpad
