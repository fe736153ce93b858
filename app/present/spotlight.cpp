// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/spotlight.h"

#include <QApplication>
#include <QCursor>
#include <QPaintEvent>
#include <QPainter>
#include <QPointerEvent>
#include <QRadialGradient>

#include <algorithm>

namespace digitpad {

namespace {

constexpr qreal kSoftEdge = 0.12; // of the radius
constexpr int kDim = 165;         // of 255

} // namespace

Spotlight::Spotlight(QWidget* parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    hide();
}

void Spotlight::setOn(bool on)
{
    // The window's own events come by here as well, which tell of moves over any of its widgets.
    on ? qApp->installEventFilter(this) : qApp->removeEventFilter(this);
    moveTo(QCursor::pos());
    raise();
    setVisible(on);
}

qreal Spotlight::radius() const
{
    return std::min(width(), height()) * 0.2;
}

bool Spotlight::eventFilter(QObject* object, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
        moveTo(static_cast<QPointerEvent*>(event)->points().constFirst().globalPosition());
        break;
    default:
        break;
    }
    return QWidget::eventFilter(object, event);
}

QRect Spotlight::lit() const
{
    QRectF circle(0, 0, 2 * radius(), 2 * radius());
    circle.moveCenter(m_centre);
    return circle.toAlignedRect().adjusted(-1, -1, 1, 1);
}

void Spotlight::moveTo(const QPointF& global)
{
    const QPointF centre = mapFromGlobal(global);
    if (centre != m_centre) {
        update(lit());
        m_centre = centre;
        update(lit());
    }
}

void Spotlight::paintEvent(QPaintEvent* event)
{
    QRadialGradient light(m_centre, radius());
    const QColor dim(0, 0, 0, kDim);
    light.setColorAt(0, Qt::transparent);
    light.setColorAt(1 - kSoftEdge, Qt::transparent);
    light.setColorAt(1, dim);
    QPainter(this).fillRect(event->rect(), light);
}

} // namespace digitpad
