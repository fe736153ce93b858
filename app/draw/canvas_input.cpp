// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/canvas.h"

#include <QMouseEvent>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QTouchEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace digitpad {

namespace {

constexpr qreal kEraserReach = 0.02; // sides of the paper

std::optional<qreal> pressureOf(const QPointingDevice* device, qreal pressure)
{
    const bool known =
        device != nullptr && device->capabilities().testFlag(QInputDevice::Capability::Pressure);
    return known ? std::optional(pressure) : std::nullopt;
}

} // namespace

bool Canvas::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
        touchEvent(static_cast<QTouchEvent*>(event));
        event->accept(); // or Qt makes mouse events of them
        return true;
    case QEvent::TouchCancel:
        if (m_tool == Tool::Finger) {
            abandon();
        }
        event->accept();
        return true;
    case QEvent::WindowDeactivate:
        release();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void Canvas::mousePressEvent(QMouseEvent* event)
{
    const bool madeUp = event->source() != Qt::MouseEventNotSynthesized;
    if (event->button() == Qt::LeftButton && !(madeUp && m_ignoresMadeUpMouse)) {
        press(Tool::Mouse, event->position(), std::nullopt, event->timestamp());
    }
}

void Canvas::mouseMoveEvent(QMouseEvent* event)
{
    if (m_tool != Tool::Mouse) {
        return;
    }
    if (event->buttons().testFlag(Qt::LeftButton)) {
        move(event->position(), std::nullopt, event->timestamp());
    } else {
        release(); // the release went elsewhere
    }
}

void Canvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_tool == Tool::Mouse && event->button() == Qt::LeftButton) {
        move(event->position(), std::nullopt, event->timestamp());
        release();
    }
}

void Canvas::tabletEvent(QTabletEvent* event)
{
    event->accept(); // or Qt makes mouse events of them
    m_ignoresMadeUpMouse = true;
    const bool eraser = event->pointerType() == QPointingDevice::PointerType::Eraser;
    const auto pressure = pressureOf(event->pointingDevice(), event->pressure());
    const bool penDraws = m_tool == Tool::Pen || m_tool == Tool::Eraser;
    if (event->type() == QEvent::TabletPress && event->button() == Qt::LeftButton) {
        setFocus(Qt::MouseFocusReason);
        press(eraser ? Tool::Eraser : Tool::Pen, event->position(), pressure, event->timestamp());
    } else if (event->type() == QEvent::TabletMove && penDraws) {
        move(event->position(), pressure, event->timestamp());
    } else if (
        event->type() == QEvent::TabletRelease && penDraws && event->button() == Qt::LeftButton) {
        release(); // its pressure is none already
    }
}

void Canvas::touchEvent(QTouchEvent* event)
{
    m_ignoresMadeUpMouse = true;
    if (event->type() == QEvent::TouchBegin && m_tool == Tool::Finger) {
        release(); // its release got lost: the screen had no finger on it
    }
    for (const QEventPoint& finger : event->points()) {
        followFinger(finger, pressureOf(event->pointingDevice(), finger.pressure()));
    }
}

void Canvas::followFinger(const QEventPoint& finger, std::optional<qreal> pressure)
{
    if (finger.state() == QEventPoint::Pressed) {
        if (!isDrawing()) {
            setFocus(Qt::MouseFocusReason);
            m_fingerId = finger.id();
            press(Tool::Finger, finger.position(), pressure, finger.timestamp());
        }
    } else if (m_tool == Tool::Finger && finger.id() == m_fingerId) {
        if (finger.state() == QEventPoint::Updated) {
            move(finger.position(), pressure, finger.timestamp());
        } else if (finger.state() == QEventPoint::Released) {
            release();
        }
    }
}

void Canvas::focusInEvent(QFocusEvent* event)
{
    // A ring for those who came by keyboard; who draws knows where the paper is.
    switch (event->reason()) {
    case Qt::TabFocusReason:
    case Qt::BacktabFocusReason:
    case Qt::ShortcutFocusReason:
        m_focusShown = true;
        break;
    case Qt::ActiveWindowFocusReason:
    case Qt::PopupFocusReason:
    case Qt::MenuBarFocusReason:
        break; // as it was before
    default:
        m_focusShown = false;
    }
    QWidget::focusInEvent(event);
    update();
}

void Canvas::focusOutEvent(QFocusEvent* event)
{
    release();
    QWidget::focusOutEvent(event);
    update();
}

void Canvas::hideEvent(QHideEvent* event)
{
    release();
    QWidget::hideEvent(event);
}

void Canvas::press(
    Tool tool, const QPointF& place, std::optional<qreal> pressure, quint64 milliseconds)
{
    if (m_tool == tool) {
        release(); // its release got lost
    }
    if (isDrawing() || !paper().contains(place)) {
        return;
    }
    m_tool = tool;
    m_focusShown = false;
    m_lastPlace = toPaper(place);
    m_lastTime = milliseconds;
    m_speedPressure = 0.6; // until there is a speed: a dot's size, and the start of every line's
    if (tool == Tool::Eraser) {
        eraseTo(m_lastPlace);
    } else {
        appendPoint({.position = m_lastPlace, .pressure = pressure.value_or(m_speedPressure)});
    }
}

void Canvas::move(const QPointF& place, std::optional<qreal> pressure, quint64 milliseconds)
{
    const QPointF onPaper = toPaper(place);
    if (m_tool == Tool::Eraser) {
        eraseTo(onPaper);
        m_lastPlace = onPaper;
        return;
    }
    const PenPoint point{
        .position = onPaper,
        .pressure = pressure ? *pressure : pressureBySpeed(onPaper, milliseconds)};
    if (onPaper != m_lastPlace || (pressure && *pressure > m_stroke.last().pressure)) {
        m_lastPlace = onPaper;
        appendPoint(point);
    }
}

void Canvas::release()
{
    if (!isDrawing()) {
        return;
    }
    const Tool tool = *m_tool;
    m_tool.reset();
    if (tool == Tool::Eraser) {
        if (std::exchange(m_erasing, false)) {
            undoStack().endMacro();
        }
    } else {
        m_sketch->add({std::exchange(m_stroke, {})});
    }
    Q_EMIT strokeEnded();
}

void Canvas::abandon()
{
    m_tool.reset();
    blank({std::exchange(m_stroke, {})});
    Q_EMIT strokeEnded();
}

// Ink flows from a slow pen and thins from a fast one; smoothed, so that a line tapers evenly.
qreal Canvas::pressureBySpeed(const QPointF& place, quint64 milliseconds)
{
    constexpr qreal kFast = 1.6;       // sides of the paper a second that halve the pressure
    constexpr qreal kSmoothing = 60.0; // milliseconds
    const QPointF way = place - m_lastPlace;
    if (milliseconds > m_lastTime) {
        const auto passed = static_cast<qreal>(milliseconds - m_lastTime);
        const qreal speed = std::hypot(way.x(), way.y()) / passed * 1000;
        const qreal wanted = 1 / (1 + speed / kFast);
        m_speedPressure += (wanted - m_speedPressure) * (1 - std::exp(-passed / kSmoothing));
        m_lastTime = milliseconds;
    }
    return m_speedPressure;
}

// Takes away the strokes that the eraser touches on its way to `place`; all of one pass of the
// eraser is one step to undo.
void Canvas::eraseTo(const QPointF& place)
{
    const QPointF way = place - m_lastPlace;
    const int steps =
        std::max(1, static_cast<int>(std::ceil(std::hypot(way.x(), way.y()) / kEraserReach)));
    QList<qsizetype> touched;
    for (qsizetype i = 0; i < drawing().size(); ++i) {
        for (int step = 1; step <= steps; ++step) {
            const QPointF spot = m_lastPlace + way * step / steps;
            if (distance(drawing()[i], spot) <= kEraserReach) {
                touched.append(i);
                break;
            }
        }
    }
    if (!touched.isEmpty() && !std::exchange(m_erasing, true)) {
        undoStack().beginMacro({});
    }
    m_sketch->remove(touched);
}

} // namespace digitpad
