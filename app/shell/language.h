// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace digitpad {

/// The language chosen in the View menu: "en", "zh_CN", or empty to follow the system.
[[nodiscard]] QString chosenLanguage();
void chooseLanguage(const QString& language);

/// Whether the program would speak as it does now if it started again.
[[nodiscard]] bool isChosenLanguageInUse();

/// Installs our translation and Qt's own for the chosen or the system's language. Once, before the
/// first widget; a new choice takes effect at the next start.
void installTranslations(QCoreApplication& application);

} // namespace digitpad
