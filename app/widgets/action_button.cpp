// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/action_button.h"

#include "app/shell/theme.h"

#include <QAction>
#include <QPainter>
#include <QStyleOption>
#include <QStylePainter>

namespace digitpad {

ActionButton::ActionButton(QAction* action, QWidget* parent) : QPushButton(parent), m_action(action)
{
    if (!action->objectName().isEmpty()) {
        setObjectName(action->objectName() + QStringLiteral("Button")); // for lessons
    }
    setMinimumHeight(theme::kSmallestTarget);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, &ActionButton::follow);
    follow();
}

void ActionButton::follow()
{
    setText(m_action->iconText());
    setIcon(m_action->icon());
    setToolTip(m_action->toolTip());
    setAccessibleName(m_action->iconText());
    setEnabled(m_action->isEnabled());
}

void ActionButton::setPrimary(bool primary)
{
    m_primary = primary;
    update();
}

void ActionButton::paintEvent(QPaintEvent* event)
{
    if (!m_primary || !isEnabled()) {
        QPushButton::paintEvent(event);
        return;
    }
    QStyleOptionButton option;
    initStyleOption(&option);
    QColor fill = palette().color(QPalette::Highlight);
    if (isDown()) {
        fill = fill.darker(115);
    } else if (underMouse()) {
        fill = fill.lighter(108);
    }
    QStylePainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    constexpr qreal kRadius = 4;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::HighlightedText), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), kRadius - 1, kRadius - 1);
    }
    // The style writes the label; only its colours are ours.
    option.palette.setColor(QPalette::ButtonText, option.palette.color(QPalette::HighlightedText));
    option.icon = QIcon(icon().pixmap(iconSize(), devicePixelRatioF(), QIcon::Selected));
    painter.drawControl(QStyle::CE_PushButtonLabel, option);
}

} // namespace digitpad
