// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/form_area.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace digitpad {

FormArea::FormArea(QWidget* form, QWidget* parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setFocusPolicy(Qt::NoFocus); // its fields are what Tab goes to
    setWidget(form);
    viewport()->setAutoFillBackground(false);
    form->setAutoFillBackground(false);
}

QSize FormArea::sizeHint() const
{
    const QSize hint = widget()->sizeHint();
    const int height =
        widget()->hasHeightForWidth() ? widget()->heightForWidth(widget()->width()) : hint.height();
    // Room for the scroll bar is kept, so that nothing moves when it comes.
    const int width = std::max(hint.width(), widget()->minimumWidth());
    return {width + verticalScrollBar()->sizeHint().width(), height};
}

QSize FormArea::minimumSizeHint() const
{
    return {sizeHint().width(), QScrollArea::minimumSizeHint().height()};
}

bool FormArea::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace digitpad
