// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;
class QString;
class QWidget;

namespace digitpad {

/// A field of a form under its name, which may hold a mnemonic.
[[nodiscard]] QLayout* namedField(const QString& name, QWidget* field);

} // namespace digitpad
