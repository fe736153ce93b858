// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

namespace digitpad {

/// Whether a file can be saved there, without touching what is there. A folder, a pipe or a device
/// is refused: it would be replaced by a file. So is a database of runs and samples, whichever.
/// Errors: NotAFile, CannotWrite.
[[nodiscard]] Result<void> checkSavable(const QString& path);

/// The folder that the settings remember under this key, else the person's Pictures, else their
/// home: a folder that is there, so that no dialog opens in the process's working directory.
[[nodiscard]] QString rememberedFolder(const QString& key);

/// Writes all of it. The file appears whole or not at all: an old one stays until the new one is
/// complete. Errors: those of checkSavable.
[[nodiscard]] Result<void> saveFile(const QString& path, const QByteArray& bytes);

} // namespace digitpad
