// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace digitpad {

/// An error as a sentence for people: what is wrong with what, what to do, and the technical detail
/// where it helps. Translated. `subject` names the file where the error does not.
[[nodiscard]] QString describe(const Error& error, const QString& subject = {});

} // namespace digitpad
