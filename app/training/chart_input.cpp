// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chart_input.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <QWidget>

#include <cmath>
#include <utility>

namespace digitpad {

namespace {

constexpr double kZoomStep = 1.25; // of a notch of the wheel, or a key

/// How much of the axis so many pixels are.
double lengthOf(const ChartPlace& chart, double pixels)
{
    return chart.plot.isEmpty() ? 0 : pixels / chart.plot.width() * (chart.to - chart.from);
}

double valueAt(const ChartPlace& chart, const QPointF& place)
{
    return chart.from + lengthOf(chart, place.x() - chart.plot.left());
}

} // namespace

ChartInput::ChartInput(QWidget* surface, QWidget* keys, std::function<ChartPlace()> place)
    : QObject(keys), m_surface(surface), m_keys(keys), m_place(std::move(place))
{
    surface->setMouseTracking(true);
    surface->installEventFilter(this);
    if (keys != surface) {
        keys->installEventFilter(this);
    }
}

bool ChartInput::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_keys && event->type() == QEvent::KeyPress) {
        return type(*static_cast<QKeyEvent*>(event));
    }
    if (watched != m_surface) {
        return false;
    }
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
        return move(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease:
        m_dragged.reset();
        return true;
    case QEvent::MouseButtonDblClick:
        Q_EMIT wholeAsked();
        return true;
    case QEvent::Wheel:
        return turn(*static_cast<QWheelEvent*>(event));
    case QEvent::Leave:
        pointAt(std::nullopt);
        return false;
    default:
        return false;
    }
}

bool ChartInput::press(const QMouseEvent& event)
{
    if (event.button() == Qt::LeftButton && m_place().plot.contains(event.position())) {
        m_dragged = event.position();
        m_keys->setFocus(Qt::MouseFocusReason);
    }
    return true;
}

bool ChartInput::move(const QMouseEvent& event)
{
    const QPointF place = event.position();
    if (m_dragged) {
        const double by = lengthOf(m_place(), m_dragged->x() - place.x());
        m_dragged = place;
        Q_EMIT panAsked(by);
    }
    pointAt(m_place().plot.contains(place) ? std::optional(place) : std::nullopt);
    return true;
}

bool ChartInput::turn(const QWheelEvent& event)
{
    constexpr double kNotch = 120; // of a mouse wheel; Qt's eighths of a degree
    const ChartPlace chart = m_place();
    if (!chart.plot.contains(event.position())) {
        return true;
    }
    const QPoint turned = event.angleDelta();
    if (std::abs(turned.x()) > std::abs(turned.y())) {
        Q_EMIT panAsked(-lengthOf(chart, turned.x() / kNotch * chart.plot.width() / 10));
    } else {
        Q_EMIT zoomAsked(
            std::pow(kZoomStep, turned.y() / kNotch), valueAt(chart, event.position()));
    }
    return true;
}

bool ChartInput::type(const QKeyEvent& event)
{
    const ChartPlace chart = m_place();
    const double middle = (chart.from + chart.to) / 2;
    const double tenth = (chart.to - chart.from) / 10;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        Q_EMIT zoomAsked(kZoomStep, middle);
        return true;
    case Qt::Key_Minus:
        Q_EMIT zoomAsked(1 / kZoomStep, middle);
        return true;
    case Qt::Key_Left:
        Q_EMIT panAsked(-tenth);
        return true;
    case Qt::Key_Right:
        Q_EMIT panAsked(tenth);
        return true;
    case Qt::Key_0:
    case Qt::Key_Home:
        Q_EMIT wholeAsked();
        return true;
    default:
        return false;
    }
}

void ChartInput::pointAt(std::optional<QPointF> place)
{
    if (place == m_pointer) {
        return;
    }
    m_pointer = place;
    m_surface->update();
    Q_EMIT pointedAt(place ? std::optional(valueAt(m_place(), *place)) : std::nullopt);
}

} // namespace digitpad
