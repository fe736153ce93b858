// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/damage.h"

#include <QString>

#include <optional>

namespace digitpad {

/// "Broken strokes".
[[nodiscard]] QString damageTitle(Damage damage);
/// How much of it, with its unit: "20°".
[[nodiscard]] QString damageText(Damage damage, double amount);
/// From one amount to the next.
[[nodiscard]] double damageStep(Damage damage);
/// Its name in files, see nameOf.
[[nodiscard]] QString damageId(Damage damage);
/// Of a name in files; nothing where there is none of that name.
[[nodiscard]] std::optional<Damage> damageOf(const QString& name);

} // namespace digitpad
