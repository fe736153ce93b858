// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

class QSqlDatabase;

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

} // namespace digitpad
