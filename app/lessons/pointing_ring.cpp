// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/pointing_ring.h"

#include <QPainter>

namespace digitpad {

namespace {

constexpr int kAway = 4; // pixels from the control
constexpr int kLine = 3;
constexpr int kRound = 8;

} // namespace

PointingRing::PointingRing(QWidget* window) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

/// Called again and again: the control may have moved.
void PointingRing::pointAt(QWidget* target)
{
    m_target = target;
    place();
}

void PointingRing::place()
{
    if (m_target == nullptr || !m_target->isVisible()) {
        hide();
        return;
    }
    const QRect target(m_target->mapTo(window(), QPoint(0, 0)), m_target->size());
    const int out = kAway + kLine;
    const QRect around = target.adjusted(-out, -out, out, out).intersected(window()->rect());
    if (geometry() != around) {
        setGeometry(around);
        // Only the frame: what is in it is painted as if there were no ring.
        setMask(
            QRegion(rect()) -
            QRegion(rect().adjusted(
                kLine + kRound / 2, kLine + kRound / 2, -kLine - kRound / 2, -kLine - kRound / 2)));
    }
    if (isHidden()) {
        show();
        raise();
    }
}

void PointingRing::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), kLine));
    const qreal in = kLine / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(in, in, -in, -in), kRound, kRound);
}

} // namespace digitpad
