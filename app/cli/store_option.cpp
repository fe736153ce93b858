// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/store_option.h"

#include "app/cli/messages.h"
#include "app/native_path.h"
#include "app/store/database.h"

#include <QFile>

namespace digitpad {

Result<std::unique_ptr<Database>> openStore(const Arguments& arguments, bool toWrite)
{
    const auto named = arguments.value("--store");
    if (!named) {
        auto database = Database::open(Database::defaultFile());
        if (database && !(*database)->setAside().isEmpty()) {
            say(CommandLine::tr("The database was damaged. It is kept as %1, and a new one begun.")
                    .arg((*database)->setAside()));
        }
        return database;
    }
    const QString file = fileToWrite(*named);
    if (!toWrite && !QFile::exists(file)) {
        return std::unexpected(
            Error{.code = ErrorCode::NotFound, .detail = "no such file", .file = *named});
    }
    return Database::open(file, Database::Damaged::Refuse);
}

void refuseVerb(const Arguments& arguments, const QString& verbs)
{
    if (arguments.files().empty()) {
        throw UsageError{CommandLine::tr("Name what to do: %1.").arg(verbs)};
    }
    throw UsageError{CommandLine::tr("“%1” is not one of these: %2.")
                         .arg(shown(arguments.files().front()), verbs)};
}

QString fileToWrite(const std::string& name)
{
    if (!isUnicode(name)) {
        throw UsageError{CommandLine::tr("The name %1 is not UTF-8.").arg(shown(name))};
    }
    return QFile::decodeName(name.c_str());
}

} // namespace digitpad
