// SPDX-License-Identifier: GPL-3.0-or-later
// How one moves about on the map.
#include "app/map/map_plot.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace digitpad {

namespace {

constexpr double kReach = 14;     // pixels from the pointer to what it points at
constexpr double kKeyZoom = 1.25; // with a key
constexpr double kMostZoom = 60;  // beyond all of the map

double lengthOf(const QPointF& way)
{
    return std::hypot(way.x(), way.y());
}

/// Which way a key goes; null: it is none of them.
QPointF directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

std::optional<std::size_t> MapPlot::nearest(const QPointF& point, double within) const
{
    std::optional<std::size_t> found;
    double least = within;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const double distance = lengthOf(at(m_places[i]) - point);
        if (distance < least && !isFaded(i)) {
            least = distance;
            found = i;
        }
    }
    return found;
}

/// The nearest one in a direction, where what lies aside counts as further away.
std::optional<std::size_t> MapPlot::next(const QPointF& direction) const
{
    const QPointF from = at(m_places[*m_current]);
    std::optional<std::size_t> found;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const QPointF way = at(m_places[i]) - from;
        const double along = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        const double cost = along + 2 * aside;
        if (along > 0 && aside <= along && cost < least && !isFaded(i)) {
            least = cost;
            found = i;
        }
    }
    return found;
}

void MapPlot::step(const QPointF& direction)
{
    if (m_places.empty()) {
        return;
    }
    const auto wanted =
        m_current ? next(direction)
                  : nearest(QRectF(rect()).center(), std::numeric_limits<double>::infinity());
    if (!wanted) {
        return;
    }
    setCurrent(wanted);
    // What is pointed at is seen.
    constexpr int kEdge = 24;
    const QRectF seen = QRectF(rect()).adjusted(kEdge, kEdge, -kEdge, -kEdge);
    const QPointF middle = at(m_places[*wanted]);
    const QPointF inside(
        std::clamp(middle.x(), seen.left(), std::max(seen.left(), seen.right())),
        std::clamp(middle.y(), seen.top(), std::max(seen.top(), seen.bottom())));
    if (inside != middle) {
        move(inside - middle);
    }
}

void MapPlot::move(const QPointF& by)
{
    m_middle.x -= static_cast<float>(by.x() / m_scale);
    m_middle.y -= static_cast<float>(by.y() / m_scale);
    m_isFitted = false;
    redraw();
}

void MapPlot::zoom(double factor)
{
    const bool atCurrent = m_current && *m_current < m_places.size();
    zoomAt(atCurrent ? at(m_places[*m_current]) : QRectF(rect()).center(), factor);
}

/// What is there stays there.
void MapPlot::zoomAt(const QPointF& point, double factor)
{
    const double before = m_scale;
    m_scale = std::clamp(m_scale * factor, m_fittedScale / 2, m_fittedScale * kMostZoom);
    const QPointF from = point - QRectF(rect()).center();
    const double shift = 1 / before - 1 / m_scale;
    m_middle.x += static_cast<float>(from.x() * shift);
    m_middle.y += static_cast<float>(from.y() * shift);
    m_isFitted = false;
    redraw();
}

void MapPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_isPressed = true;
        m_isDragged = false;
        m_pressed = event->position();
    }
}

void MapPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isPressed) {
        setCurrent(nearest(event->position(), kReach));
        m_current ? setCursor(Qt::PointingHandCursor) : unsetCursor();
        return;
    }
    const QPointF by = event->position() - m_pressed;
    if (m_isDragged || by.manhattanLength() >= QApplication::startDragDistance()) {
        m_isDragged = true;
        setCursor(Qt::ClosedHandCursor);
        m_pressed = event->position();
        move(by);
    }
}

void MapPlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_isPressed) {
        return;
    }
    m_isPressed = false;
    unsetCursor();
    if (!m_isDragged) {
        setCurrent(nearest(event->position(), kReach));
        if (m_current) {
            Q_EMIT taken(*m_current);
        }
    }
}

void MapPlot::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    if (!hasFocus()) {
        setCurrent({});
    }
}

void MapPlot::wheelEvent(QWheelEvent* event)
{
    constexpr double kNotch = 120; // a wheel's click, in Qt's eighths of a degree
    zoomAt(event->position(), std::pow(kKeyZoom, event->angleDelta().y() / kNotch));
    event->accept();
}

void MapPlot::keyPressEvent(QKeyEvent* event)
{
    constexpr double kPan = 60; // pixels
    const QPointF direction = directionOf(event->key());
    if (!direction.isNull() && (event->modifiers() & Qt::ShiftModifier) != 0) {
        move(-kPan * direction);
    } else if (!direction.isNull()) {
        step(direction);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current) {
        Q_EMIT taken(*m_current);
    } else if (event->key() == Qt::Key_Escape && (m_current || m_singled)) {
        m_current ? setCurrent({}) : Q_EMIT singledWanted({});
    } else if (event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9) {
        const int digit = event->key() - Qt::Key_0;
        Q_EMIT singledWanted(digit == m_singled ? std::nullopt : std::optional(digit));
    } else if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal) {
        zoom(kKeyZoom);
    } else if (event->key() == Qt::Key_Minus) {
        zoom(1 / kKeyZoom);
    } else if (event->key() == Qt::Key_Home) {
        fit();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void MapPlot::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void MapPlot::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace digitpad
