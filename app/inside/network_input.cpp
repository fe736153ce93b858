// SPDX-License-Identifier: GPL-3.0-or-later

// What mouse and keys do in a NetworkDiagram.

#include "app/inside/network_diagram.h"
#include "app/inside/open_model.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>

namespace digitpad {

void NetworkDiagram::mousePressEvent(QMouseEvent* event)
{
    const auto unit = m_layers.empty() ? std::nullopt : unitAt(event->position());
    if (unit && unit->layer > 0 && event->button() == Qt::LeftButton) {
        moveCursor(*unit);
        Q_EMIT picked(*unit);
    }
}

void NetworkDiagram::mouseMoveEvent(QMouseEvent* event)
{
    const auto unit = m_layers.empty() ? std::nullopt : unitAt(event->position());
    unit && unit->layer > 0 ? setCursor(Qt::PointingHandCursor) : unsetCursor();
}

void NetworkDiagram::wheelEvent(QWheelEvent* event)
{
    for (int layer = 1; layer < lastLayer(); ++layer) {
        const Column& column = m_columns[static_cast<std::size_t>(layer)];
        const int units = m_layers[static_cast<std::size_t>(layer)].units;
        if (column.area.contains(event->position()) && column.mosaic.maps < units) {
            const int across = column.mosaic.across;
            const int unit = event->angleDelta().y() > 0
                                 ? column.first - across
                                 : column.first + column.mosaic.maps + across - 1;
            reveal({.layer = layer, .unit = std::clamp(unit, 0, units - 1)});
            return;
        }
    }
    event->ignore();
}

void NetworkDiagram::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const int right = (key == Qt::Key_Right) - (key == Qt::Key_Left);
    const int below = (key == Qt::Key_Down) - (key == Qt::Key_Up);
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
    const bool isThere = !m_layers.empty();
    if (isThere && (right != 0 || below != 0)) {
        moveBy(right, below);
    } else if (isThere && (key == Qt::Key_PageUp || key == Qt::Key_PageDown)) {
        const int layer =
            std::clamp(m_cursor.layer + (key == Qt::Key_PageDown ? 1 : -1), 1, lastLayer());
        moveCursor({.layer = layer});
    } else if (isThere && isEnter) {
        Q_EMIT picked(m_cursor);
    } else if (key == Qt::Key_Escape && m_chosen) {
        Q_EMIT dismissed();
    } else {
        QWidget::keyPressEvent(event);
    }
}

/// To the unit beside or below; over the edge of a layer into the next.
void NetworkDiagram::moveBy(int right, int below)
{
    const int across = m_columns[static_cast<std::size_t>(m_cursor.layer)].mosaic.across;
    const int units = m_layers[static_cast<std::size_t>(m_cursor.layer)].units;
    const int column = m_cursor.unit % across + right;
    if (column < 0 || column >= across) {
        const int layer = std::clamp(m_cursor.layer + right, 1, lastLayer());
        if (layer != m_cursor.layer) {
            const Column& next = m_columns[static_cast<std::size_t>(layer)];
            const QPointF from = place(m_cursor).center();
            const double row = (from.y() - next.corner.y()) /
                               (next.mosaic.rows * next.mosaic.cell + next.mosaic.gap);
            const int down = std::clamp(static_cast<int>(row), 0, next.mosaic.down() - 1);
            const int at = down * next.mosaic.across + (right > 0 ? 0 : next.mosaic.across - 1);
            moveCursor({.layer = layer, .unit = next.first + std::min(at, next.mosaic.maps - 1)});
        }
        return;
    }
    const int unit = m_cursor.unit + right + below * across;
    if (unit >= 0 && unit < units) {
        moveCursor({.layer = m_cursor.layer, .unit = unit});
    }
}

void NetworkDiagram::moveCursor(UnitPlace place)
{
    m_cursor = place;
    reveal(place);
    describe();
    update();
}

} // namespace digitpad
