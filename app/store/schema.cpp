// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/schema.h"

#include "app/store/answer.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QStringList>
#include <QUuid>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>

namespace digitpad {

namespace {

using namespace Qt::StringLiterals;

class Words {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

// Times are milliseconds since 1970, UTC; `deleted` is NULL for what is there. What is long and
// seldom wanted (a model) has a table of its own, so that lists need not step over it.
constexpr const char* kVersion1[] = {
    R"(CREATE TABLE runs(
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    started INTEGER NOT NULL,
    seconds REAL NOT NULL,
    status TEXT NOT NULL,
    failure TEXT NOT NULL,
    owner TEXT NOT NULL,
    options TEXT NOT NULL,
    data TEXT NOT NULL,
    sources TEXT NOT NULL,
    digits INTEGER NOT NULL,
    none INTEGER NOT NULL,
    test INTEGER NOT NULL,
    accuracy REAL,
    deleted INTEGER
) STRICT)",
    R"(CREATE TABLE losses(
    run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    epochs INTEGER NOT NULL,
    batches INTEGER NOT NULL,
    loss REAL NOT NULL,
    PRIMARY KEY(run, epoch, batch)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE epochs(
    run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    epochs INTEGER NOT NULL,
    batches INTEGER NOT NULL,
    training_loss REAL NOT NULL,
    test_loss REAL,
    test_accuracy REAL,
    PRIMARY KEY(run, epoch)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE models(
    run INTEGER PRIMARY KEY REFERENCES runs ON DELETE CASCADE,
    pth BLOB NOT NULL
) STRICT)",
    R"(CREATE TABLE samples(
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    created INTEGER NOT NULL,
    writer TEXT NOT NULL,
    label INTEGER NOT NULL,
    read INTEGER,
    confidence REAL,
    deleted INTEGER,
    glyph BLOB NOT NULL
) STRICT)",
    // What a sample was made of: strokes or a picture; neither where only the glyph is known.
    R"(CREATE TABLE originals(
    sample INTEGER PRIMARY KEY REFERENCES samples ON DELETE CASCADE,
    ink TEXT,
    picture BLOB
) STRICT)",
    "CREATE INDEX samples_by_label ON samples(label, writer) WHERE deleted IS NULL"};

// What was changed while a run went on.
constexpr const char* kVersion2[] = {
    R"(CREATE TABLE changes(
    run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    epochs INTEGER NOT NULL,
    learning_rate REAL NOT NULL,
    PRIMARY KEY(run, epoch, batch)
) STRICT, WITHOUT ROWID)"};

/// What leads from each version to the next. A version that is in use never changes.
constexpr std::array<std::span<const char* const>, kSchemaVersion> kMigrations = {
    kVersion1, kVersion2};

QSqlQuery ask(QSqlDatabase& connection, const QString& sql)
{
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        throw DatabaseFault{errorOf(query.lastError(), connection.databaseName())};
    }
    return query;
}

qint64 number(QSqlDatabase& connection, const char* sql)
{
    QSqlQuery query = ask(connection, QString::fromLatin1(sql));
    return query.next() ? query.value(0).toLongLong() : 0;
}

[[noreturn]] void refuse(QSqlDatabase& connection, ErrorCode code, const QString& detail)
{
    throw DatabaseFault{
        {.code = code,
         .detail = detail.toStdString(),
         .file = QFile::encodeName(connection.databaseName()).toStdString()}};
}

void migrate(QSqlDatabase& connection, qint64 from)
{
    for (std::size_t step = static_cast<std::size_t>(from); step < kMigrations.size(); ++step) {
        for (const char* statement : kMigrations[step]) {
            ask(connection, QString::fromUtf8(statement));
        }
    }
    ask(connection, QStringLiteral("PRAGMA application_id=%1").arg(kApplicationId));
    ask(connection, QStringLiteral("PRAGMA user_version=%1").arg(kSchemaVersion));
}

/// Everything the database consists of, sorted; what people may have added to look things up
/// faster is none of it.
QStringList schemaOf(QSqlDatabase& connection)
{
    QSqlQuery query =
        ask(connection, QStringLiteral("SELECT type, name, sql FROM sqlite_schema WHERE type <> "
                                       "'index' AND name NOT LIKE 'sqlite_%' ORDER BY type, name"));
    QStringList schema;
    while (query.next()) {
        schema += query.value(0).toString() + query.value(1).toString() + query.value(2).toString();
    }
    return schema;
}

/// What prepareSchema() makes of an empty database.
QStringList freshSchema()
{
    const QString name = QUuid::createUuid().toString();
    QStringList schema;
    {
        QSqlDatabase memory = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        memory.setDatabaseName(QStringLiteral(":memory:"));
        if (!memory.open()) {
            throw DatabaseFault{errorOf(memory.lastError(), memory.databaseName())};
        }
        migrate(memory, 0);
        schema = schemaOf(memory);
    }
    QSqlDatabase::removeDatabase(name);
    return schema;
}

/// The version; 0 for an empty database. Throws DatabaseFault for one that is not ours to touch.
qint64 versionOf(QSqlDatabase& connection)
{
    const qint64 version = number(connection, "PRAGMA user_version");
    const qint64 owner = number(connection, "PRAGMA application_id");
    const bool isEmpty = number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    if (isEmpty && owner == 0 && version == 0) {
        return 0;
    }
    if (owner != kApplicationId) {
        refuse(
            connection, ErrorCode::Unsupported, Words::tr("it is a database of another program"));
    }
    if (version > kSchemaVersion) {
        refuse(
            connection, ErrorCode::Unsupported,
            Words::tr("a newer Digitpad has written it (version %1, this one knows %2). It is left "
                      "as it is: update Digitpad to use it")
                .arg(version)
                .arg(kSchemaVersion));
    }
    if (version < 1) {
        refuse(
            connection, ErrorCode::Damaged,
            QStringLiteral("user_version: expected 1 or more, found %1").arg(version));
    }
    return version;
}

/// Whether the database is of this version; throws DatabaseFault where it is none of Digitpad's.
bool isPrepared(QSqlDatabase& connection)
{
    if (versionOf(connection) < kSchemaVersion) {
        return false;
    }
    if (schemaOf(connection) != freshSchema()) {
        refuse(connection, ErrorCode::Damaged, QStringLiteral("its tables are not Digitpad's"));
    }
    return true;
}

/// Calls work() in one transaction: another Digitpad may be making or changing the tables now, and
/// half of that would look like damage.
template <class Work> auto atOnce(QSqlDatabase& connection, const char* begin, const Work& work)
{
    ask(connection, QString::fromLatin1(begin));
    try {
        const auto result = work();
        ask(connection, QStringLiteral("COMMIT"));
        return result;
    } catch (const DatabaseFault&) {
        QSqlQuery(connection).exec(QStringLiteral("ROLLBACK"));
        throw;
    }
}

void prepare(QSqlDatabase& connection, bool readOnly)
{
    if (atOnce(connection, "BEGIN", [&] { return isPrepared(connection); })) {
        return;
    }
    if (readOnly) {
        refuse(
            connection, ErrorCode::Database,
            Words::tr("it may only be read, and has to be brought up to date"));
    }
    atOnce(connection, "BEGIN IMMEDIATE", [&] {
        // Asked again: another Digitpad may have been quicker.
        if (!isPrepared(connection)) {
            migrate(connection, versionOf(connection));
        }
        return isPrepared(connection);
    });
}

/// Asks SQLite, as opening and closing the file in any other way would end the locks that this
/// process holds on it: https://www.sqlite.org/howtocorrupt.html, 2.2.
bool isDatabase(const QString& path)
{
    const QFileInfo info(path);
    if (!info.isFile() || info.size() == 0) {
        return false;
    }
    const QString name = QUuid::createUuid().toString();
    bool isOurs = false;
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        connection.setDatabaseName(info.absoluteFilePath());
        connection.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        try {
            isOurs =
                connection.open() && number(connection, "PRAGMA application_id") == kApplicationId;
        } catch (const DatabaseFault& fault) {
            isOurs = fault.error.code != ErrorCode::Damaged; // is locked now, say
        }
    }
    QSqlDatabase::removeDatabase(name);
    return isOurs;
}

} // namespace

Result<int> schemaVersion(QSqlDatabase& connection)
{
    try {
        return static_cast<int>(atOnce(connection, "BEGIN", [&] { return versionOf(connection); }));
    } catch (const DatabaseFault& fault) {
        return std::unexpected(fault.error);
    }
}

Result<void> prepareSchema(QSqlDatabase& connection, bool readOnly)
{
    try {
        prepare(connection, readOnly);
        return {};
    } catch (const DatabaseFault& fault) {
        return std::unexpected(fault.error);
    }
}

bool isOfDatabase(const QString& path)
{
    // https://www.sqlite.org/tempfiles.html
    return isDatabase(path) ||
           std::ranges::any_of(
               std::array{u"-journal"_s, u"-wal"_s, u"-shm"_s}, [&path](const QString& end) {
                   return path.endsWith(end) && isDatabase(path.chopped(end.size()));
               });
}

} // namespace digitpad
