// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"

#include "app/store/schema.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlError>
#include <QStandardPaths>
#include <QUuid>

#include <utility>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

Error failure(ErrorCode code, const QString& file, const QString& detail)
{
    return {
        .code = code,
        .detail = detail.toStdString(),
        .file = QFile::encodeName(file).toStdString()};
}

/// Whether it can only be read. SQLite makes its journal beside the file, so the folder counts too.
Result<bool> checkPlace(const QString& file)
{
    const QFileInfo info(file);
    if (info.exists()) {
        if (!info.isFile()) {
            return std::unexpected(
                failure(ErrorCode::NotAFile, file, QStringLiteral("not a regular file")));
        }
        return !info.isWritable() || !QFileInfo(info.absolutePath()).isWritable();
    }
    if (!QDir().mkpath(info.absolutePath())) {
        return std::unexpected(failure(
            ErrorCode::Database, file,
            Words::tr("the folder %1 cannot be made")
                .arg(QDir::toNativeSeparators(info.absolutePath()))));
    }
    return false;
}

/// A name beside the file that nothing has yet: "digitpad damaged 2026-11-23 060000.sqlite".
QString asideName(const QString& file)
{
    const QFileInfo info(file);
    const QString time = QDateTime::currentDateTime().toString(u"yyyy-MM-dd HHmmss");
    const QString begin =
        info.absolutePath() + u'/' + info.completeBaseName() + QStringLiteral(" damaged ") + time;
    const QString end = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    QString name = begin + end;
    for (int more = 2; QFileInfo::exists(name); ++more) {
        name = begin + QStringLiteral(" %1").arg(more) + end;
    }
    return name;
}

Result<QString> moveAside(const QString& file)
{
    const QString aside = asideName(file);
    if (!QFile::rename(file, aside)) {
        return std::unexpected(
            failure(ErrorCode::Database, file, Words::tr("it is damaged and cannot be renamed")));
    }
    // Its journal belongs to it, and must not be played into the new database.
    QFile::rename(file + QStringLiteral("-journal"), aside + QStringLiteral("-journal"));
    QFile::rename(file + QStringLiteral("-wal"), aside + QStringLiteral("-wal"));
    QFile::remove(file + QStringLiteral("-shm"));
    return aside;
}

} // namespace

QString Database::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/digitpad.sqlite");
}

Result<std::unique_ptr<Database>> Database::open(const QString& file, Damaged damaged)
{
    const Result<bool> readOnly = checkPlace(file);
    if (!readOnly) {
        return std::unexpected(readOnly.error());
    }
    std::unique_ptr<Database> database(new Database(file, *readOnly));
    auto opened = database->connect();
    if (opened) {
        return database;
    }
    if (opened.error().code != ErrorCode::Damaged || damaged == Damaged::Refuse || *readOnly) {
        return std::unexpected(opened.error());
    }
    database.reset(); // closes the file
    return replaceDamaged(file);
}

Result<std::unique_ptr<Database>> Database::replaceDamaged(const QString& file)
{
    // Another Digitpad may be doing the same: what it puts there must not be set aside, too.
    QLockFile lock(file + QStringLiteral(".lock"));
    lock.lock();
    auto database = open(file, Damaged::Refuse);
    if (database || database.error().code != ErrorCode::Damaged) {
        return database;
    }
    const Result<QString> aside = moveAside(file);
    if (!aside) {
        return std::unexpected(aside.error());
    }
    database = open(file, Damaged::Refuse);
    if (database) {
        (*database)->m_setAside = *aside;
    }
    return database;
}

Database::Database(QString file, bool readOnly)
    : m_file(std::move(file)), m_name(QUuid::createUuid().toString()), m_readOnly(readOnly)
{
}

Database::~Database()
{
    m_connection.close();
    m_connection = {}; // Qt warns of connections that are removed while somebody holds them
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> Database::connect()
{
    m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    if (!m_connection.isValid()) {
        return std::unexpected(failure(
            ErrorCode::Database, m_file,
            Words::tr("Qt's driver for SQLite is not installed (Debian: libqt6sql6-sqlite)")));
    }
    m_connection.setDatabaseName(m_file);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
    if (m_readOnly) {
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    }
    m_connection.setConnectOptions(options);
    if (!m_connection.open()) {
        return std::unexpected(digitpad::errorOf(m_connection.lastError(), m_file));
    }
    try {
        // A hostile schema must not run code of its own; pages are checked before they are trusted.
        run("PRAGMA trusted_schema=OFF", {});
        run("PRAGMA cell_size_check=ON", {});
        run("PRAGMA foreign_keys=ON", {});
        if (!m_readOnly) {
            run("PRAGMA auto_vacuum=INCREMENTAL", {}); // of a new file; see shrink()
        }
    } catch (const DatabaseFault& fault) {
        return std::unexpected(fault.error);
    }
    // What is to be refused stays as it is, and what is damaged is not changed before it is known.
    const Result<int> version = schemaVersion(m_connection);
    if (!version) {
        return std::unexpected(version.error());
    }
    if (auto whole = check(); !whole) {
        return whole;
    }
    return prepareSchema(m_connection, m_readOnly);
}

/// Looks for damage in every table but that of the models: reading those, which can be hundreds of
/// megabytes, would take longer than all the rest, and a model is checked when it is put to use.
Result<void> Database::check()
{
    const auto checked = read([this]() -> QString {
        Answer tables = ask("SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN"
                            " ('runs', 'losses', 'epochs', 'changes', 'samples', 'originals')");
        constexpr qsizetype kLongest = 10'000;
        while (tables.next()) {
            const QByteArray sql = "PRAGMA quick_check(" + tables.text(kLongest).toUtf8() + ')';
            Answer answer = ask(sql.constData());
            const QString found = answer.next() ? answer.text(kLongest) : QString();
            if (found != u"ok") {
                return found.left(200);
            }
        }
        return {};
    });
    if (!checked) {
        return std::unexpected(checked.error());
    }
    if (!checked->isEmpty()) {
        return std::unexpected(failure(ErrorCode::Damaged, m_file, *checked));
    }
    return {};
}

Result<void> Database::shrink()
{
    return write([this] {
        // A page a row: it goes on as long as rows are asked for.
        for (Answer pages = ask("PRAGMA incremental_vacuum"); pages.next();) {
        }
    });
}

Answer Database::ask(const char* sql, const QVariantList& values)
{
    return {run(sql, values), m_file};
}

int Database::change(const char* sql, const QVariantList& values)
{
    return run(sql, values).numRowsAffected();
}

qint64 Database::lastId()
{
    QSqlQuery query = run("SELECT last_insert_rowid()", {});
    return query.next() ? query.value(0).toLongLong() : 0;
}

Error Database::errorOf(const BadValue& bad) const
{
    return failure(ErrorCode::Damaged, m_file, bad.text);
}

QSqlQuery Database::run(const char* sql, const QVariantList& values)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    bool done = query.prepare(QString::fromUtf8(sql));
    for (const QVariant& value : values) {
        // Qt makes NULL of a null string; here an empty text is a text.
        const bool isText = value.typeId() == QMetaType::QString;
        query.addBindValue(isText && value.toString().isNull() ? QStringLiteral("") : value);
    }
    done = done && query.exec();
    if (!done) {
        throw DatabaseFault{digitpad::errorOf(query.lastError(), m_file)};
    }
    return query;
}

Database::Transaction::Transaction(Database& database, const char* begin) : m_database(database)
{
    m_database.run(begin, {});
}

Database::Transaction::~Transaction()
{
    if (m_open) {
        // After a full disk SQLite may have rolled back by itself: then this fails, as it may.
        QSqlQuery(m_database.m_connection).exec(QStringLiteral("ROLLBACK"));
    }
}

void Database::Transaction::commit()
{
    m_database.run("COMMIT", {});
    m_open = false;
}

} // namespace digitpad
