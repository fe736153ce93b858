// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <limits>
#include <optional>

class QSqlError;

namespace digitpad {

/// The database did not do what it was asked; Database::read() and write() return the error.
struct DatabaseFault {
    Error error;
};

/// A value in the database is none that Digitpad writes; `text` names the column. Whoever reads
/// many rows leaves such a row out; otherwise it becomes the error Damaged.
struct BadValue {
    QString text;
};

/// The rows of a query, one after the other, and of each row its columns from the left. A database
/// may come from anywhere: type and range of every value are checked, and where they are wrong
/// BadValue is thrown.
class Answer {
public:
    Answer(QSqlQuery query, QString file);

    /// Goes to the next row; false after the last. Throws DatabaseFault.
    bool next();

    [[nodiscard]] QString text(qsizetype longest);
    [[nodiscard]] QByteArray bytes(qsizetype most);
    [[nodiscard]] qint64 whole(
        qint64 least = std::numeric_limits<qint64>::min(),
        qint64 most = std::numeric_limits<qint64>::max());
    [[nodiscard]] double number(double least, double most);
    /// Milliseconds since 1970, from then to the year 9999, in local time.
    [[nodiscard]] QDateTime time();
    /// Where the column holds NULL: nothing.
    [[nodiscard]] std::optional<qint64> wholeOrNull(qint64 least, qint64 most);
    [[nodiscard]] std::optional<double> numberOrNull(double least, double most);
    [[nodiscard]] std::optional<QString> textOrNull(qsizetype longest);
    [[nodiscard]] std::optional<QByteArray> bytesOrNull(qsizetype most);

private:
    QVariant take();
    /// Whether the next column holds NULL; passes over it then.
    bool passNull();
    [[noreturn]] void refuse(const QString& expected) const;

    QSqlQuery m_query;
    QString m_file;
    int m_column = 0; ///< the next one
};

/// What a query that failed means. Errors: Damaged where the file is no whole database; Database.
[[nodiscard]] Error errorOf(const QSqlError& error, const QString& file);

} // namespace digitpad
