// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace digitpad {

/// Calls back once the window that a widget is shown in has its first picture on the screen: for
/// what is not in that picture. In the event loop's next turn where the window has it already. A
/// window that is not drawn, being iconified for instance, is not waited for longer than a second.
void afterFirstPicture(QWidget& widget, std::function<void()> then);

} // namespace digitpad
