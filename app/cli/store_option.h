// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "core/base/error.h"

#include <QCoreApplication>
#include <QString>

#include <memory>

namespace digitpad {

class Database;

inline constexpr Option kStoreOption = {
    "--store", "FILE",
    QT_TRANSLATE_NOOP("CommandLine", "Another database than that in the user's data folder.")};

/// Opens what --store names, or the database in the user's data folder. A damaged one is set aside
/// in the latter, which is said, and an error in the former; one that is named must be there unless
/// it is to be written. Errors: those of Database::open; NotFound.
[[nodiscard]] Result<std::unique_ptr<Database>> openStore(const Arguments& arguments, bool toWrite);

/// The verb, which is the first of the files, is none that the command knows: throws UsageError.
[[noreturn]] void refuseVerb(const Arguments& arguments, const QString& verbs);

/// A file's name as Qt has it. Throws UsageError for one that Qt cannot name.
[[nodiscard]] QString fileToWrite(const std::string& name);

} // namespace digitpad
