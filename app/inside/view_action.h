// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QKeySequence;
class QString;

namespace digitpad {

class InsideView;

/// An action of a view, for the page's menu and for buttons: an icon by its name, or "" for none,
/// and a tooltip that names its keys.
[[nodiscard]] QAction* addViewAction(
    InsideView* view, const char* icon, const QString& text, const QString& tip,
    const QKeySequence& keys);

} // namespace digitpad
