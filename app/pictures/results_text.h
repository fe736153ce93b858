// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QByteArray;

namespace digitpad {

class PictureTable;

/// Rows of the table for a spreadsheet: a line each of file, digit, confidence (0 to 1, with a
/// point), problem; under a line of these names. A field with a tab, quote or line break in it is
/// in quotes.
[[nodiscard]] QString tabbedResults(const PictureTable& table, const QList<int>& rows);

/// The whole table as a CSV file (RFC 4180), UTF-8 with a byte order mark, without which
/// spreadsheets take other alphabets for Latin-1.
[[nodiscard]] QByteArray csvResults(const PictureTable& table);

} // namespace digitpad
