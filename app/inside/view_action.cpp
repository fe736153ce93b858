// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/view_action.h"

#include "app/inside/inside_view.h"
#include "app/shell/theme.h"

#include <QAction>

namespace digitpad {

QAction* addViewAction(
    InsideView* view, const char* icon, const QString& text, const QString& tip,
    const QKeySequence& keys)
{
    auto* action = new QAction(text, view);
    if (*icon != '\0') {
        action->setIcon(theme::icon(QString::fromLatin1(icon)));
    }
    action->setShortcut(keys);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(tip, keys.toString(QKeySequence::NativeText)));
    view->addAction(action);
    return action;
}

} // namespace digitpad
