// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace digitpad {

// Whose hand it is that draws now, kept in the settings; empty where nobody said.
[[nodiscard]] QString currentWriter();
void setCurrentWriter(const QString& name);

} // namespace digitpad
