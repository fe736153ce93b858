// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/page_room.h"

#include <QEvent>
#include <QScrollBar>
#include <QStackedWidget>

namespace digitpad {

namespace {

constexpr QSize kSmallest(900, 360); // device-independent pixels

} // namespace

PageRoom::PageRoom(QStackedWidget* pages, QWidget* parent) : QScrollArea(parent), m_pages(pages)
{
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setMinimumSize(kSmallest);
    setWidget(pages);
    connect(pages, &QStackedWidget::currentChanged, this, &PageRoom::fit);
}

bool PageRoom::eventFilter(QObject* object, QEvent* event)
{
    if (object == m_pages && event->type() == QEvent::LayoutRequest) {
        fit();
    }
    return QScrollArea::eventFilter(object, event);
}

void PageRoom::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

void PageRoom::fit()
{
    if (m_pages->currentWidget() == nullptr) {
        return;
    }
    const QSize least = m_pages->currentWidget()->minimumSizeHint();
    QSize room = maximumViewportSize();
    if (least.height() > room.height()) {
        room.rwidth() -= verticalScrollBar()->sizeHint().width();
    }
    if (least.width() > room.width()) {
        room.rheight() -= horizontalScrollBar()->sizeHint().height();
    }
    m_pages->resize(room.expandedTo(least));
}

} // namespace digitpad
