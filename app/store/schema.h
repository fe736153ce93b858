// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

class QSqlDatabase;
class QString;

namespace digitpad {

/// The version of the tables that this Digitpad reads and writes; PRAGMA user_version.
inline constexpr int kSchemaVersion = 2;
/// "DGPD": which program a database belongs to; PRAGMA application_id.
inline constexpr int kApplicationId = 0x44475044;

/// The version of the tables in a database, 0 for an empty one. Errors: Unsupported for a database
/// of another program or of a newer Digitpad, which is left as it is; Damaged; Database.
[[nodiscard]] Result<int> schemaVersion(QSqlDatabase& connection);

/// Makes the tables in an empty database, brings those of an older Digitpad up to date, and checks
/// that they are then what Digitpad makes, with nothing that runs by itself (triggers, views)
/// beside them. Errors: those of schemaVersion.
[[nodiscard]] Result<void> prepareSchema(QSqlDatabase& connection, bool readOnly);

/// Whether a file is a database of Digitpad, or is named as what SQLite keeps beside one (a
/// journal, a log and its index, whether it is there or not): no other file may take its place. By
/// what is in the file: any name and any link to it will do. One that others have locked for five
/// seconds counts as Digitpad's, a damaged one does not.
[[nodiscard]] bool isOfDatabase(const QString& path);

} // namespace digitpad
