// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/notice.h"

#include "app/shell/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPainter>

namespace digitpad {

namespace {

constexpr int kIconSize = 20;

} // namespace

Notice::Notice(QWidget* parent) : QWidget(parent), m_text(new QLabel(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText); // it may name a file, and a file any name
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kIconSize + theme::kGap, 0, 0, 0);
    layout->addWidget(m_text);
    hide();
}

void Notice::setText(const QString& text)
{
    m_text->setText(text);
    setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        m_text->setAccessibleName(text);
        QAccessibleEvent event(m_text, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void Notice::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    theme::icon(QStringLiteral("warning")).paint(&painter, QRect(0, 0, kIconSize, kIconSize));
}

} // namespace digitpad
