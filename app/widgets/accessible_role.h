// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

class QWidget;

namespace digitpad {

/// Tells screen readers what a widget is that paints itself: to Qt it would be nothing in
/// particular. Its name and description are the widget's.
void setAccessibleRole(QWidget* widget, QAccessible::Role role);

} // namespace digitpad
