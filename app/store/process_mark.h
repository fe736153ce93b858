// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace digitpad {

/// What tells this process from every other one, of this machine and of all its starts: who writes
/// a run leaves it there, so that others know whether it is still written.
[[nodiscard]] QString processMark();

/// Whether the process that such a mark is of is alive on this machine.
[[nodiscard]] bool isAlive(const QString& mark);

} // namespace digitpad
