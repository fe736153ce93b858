// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

class QAction;
class QMenu;
class QToolButton;

namespace digitpad {

/// A flat button for an action in the bar of a page.
QToolButton* makeToolButton(QAction* action, Qt::ToolButtonStyle style = Qt::ToolButtonIconOnly);

/// A flat button that opens a menu below itself, without an arrow.
QToolButton* makeMenuButton(QMenu* menu, Qt::ToolButtonStyle style = Qt::ToolButtonIconOnly);

} // namespace digitpad
