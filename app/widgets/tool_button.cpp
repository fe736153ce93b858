// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/tool_button.h"

#include <QAction>
#include <QMenu>
#include <QToolButton>

namespace digitpad {

namespace {

QToolButton* makeFlat(Qt::ToolButtonStyle style)
{
    constexpr int kIcon = 20;
    constexpr int kSide = 40; // easily hit by a finger
    auto* button = new QToolButton;
    button->setAutoRaise(true);
    button->setToolButtonStyle(style);
    button->setIconSize({kIcon, kIcon});
    button->setMinimumHeight(kSide);
    if (style == Qt::ToolButtonIconOnly) {
        button->setMinimumWidth(kSide); // with words it is as wide as they are
    }
    return button;
}

} // namespace

QToolButton* makeToolButton(QAction* action, Qt::ToolButtonStyle style)
{
    QToolButton* button = makeFlat(style);
    button->setDefaultAction(action);
    return button;
}

QToolButton* makeMenuButton(QMenu* menu, Qt::ToolButtonStyle style)
{
    QToolButton* button = makeFlat(style);
    const QAction* action = menu->menuAction();
    button->setText(action->iconText());
    button->setAccessibleName(action->iconText());
    button->setToolTip(action->toolTip());
    button->setIcon(menu->icon());
    QObject::connect(button, &QToolButton::clicked, menu, [button, menu] {
        menu->popup(button->mapToGlobal(button->rect().bottomLeft()));
    });
    return button;
}

} // namespace digitpad
