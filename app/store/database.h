// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/answer.h"

#include <QSqlDatabase>
#include <QString>
#include <QVariantList>

#include <cstdint>
#include <memory>
#include <type_traits>

namespace digitpad {

/// The database of runs and own samples: one SQLite file, used by one thread, the one that opened
/// it. Everything blocks.
///
/// Several Digitpads may have it open: who writes holds the others up for milliseconds, and who
/// waits gives up after five seconds. It has a rollback journal and no write-ahead log, which does
/// not work on network disks, where homes of schools lie (https://www.sqlite.org/wal.html); so it
/// is one file to copy, and can be read where nothing can be written. After a kill or a power cut
/// the last transaction that was done is there and half ones are not.
class Database {
public:
    enum class Damaged : std::uint8_t {
        SetAside, ///< renamed, and a new database takes its place
        Refuse,   ///< an error, and the file stays
    };

    /// In the user's data folder.
    [[nodiscard]] static QString defaultFile();

    /// Opens the file, makes it and its folder where there are none. One that cannot be written is
    /// opened to be read. Errors: NotAFile; Damaged where it is to be refused; Unsupported for one
    /// of another program or a newer Digitpad, which stays as it is; Database.
    [[nodiscard]] static Result<std::unique_ptr<Database>>
    open(const QString& file, Damaged damaged = Damaged::SetAside);

    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] const QString& file() const { return m_file; }
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    /// Where a damaged file that lay in its place is now; empty where there was none.
    [[nodiscard]] const QString& setAside() const { return m_setAside; }

    /// Calls work() in a transaction that sees one state of the database, and gives its result.
    /// Errors: Damaged, Database.
    template <class Work> Result<std::invoke_result_t<Work>> read(const Work& work)
    {
        return transaction("BEGIN", work);
    }
    /// The same for changes, all of which are made or none.
    template <class Work> Result<std::invoke_result_t<Work>> write(const Work& work)
    {
        return transaction("BEGIN IMMEDIATE", work);
    }

    /// Gives the space of what was deleted back to the disk.
    [[nodiscard]] Result<void> shrink();

    // Within read() and write(); they throw DatabaseFault. A ? in the statement is a value.
    [[nodiscard]] Answer ask(const char* sql, const QVariantList& values = {});
    /// Gives the count of rows that were changed.
    int change(const char* sql, const QVariantList& values = {});
    /// Of the row that was inserted last.
    [[nodiscard]] qint64 lastId();

private:
    Database(QString file, bool readOnly);
    static Result<std::unique_ptr<Database>> replaceDamaged(const QString& file);

    Result<void> connect();
    Result<void> check();
    QSqlQuery run(const char* sql, const QVariantList& values);

    template <class Work>
    Result<std::invoke_result_t<Work>> transaction(const char* begin, const Work& work)
    {
        try {
            Transaction around(*this, begin);
            if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
                work();
                around.commit();
                return {};
            } else {
                auto result = work();
                around.commit();
                return result;
            }
        } catch (const DatabaseFault& fault) {
            return std::unexpected(fault.error);
        } catch (const BadValue& bad) {
            return std::unexpected(errorOf(bad));
        }
    }
    [[nodiscard]] Error errorOf(const BadValue& bad) const;

    /// Undoes what was not committed.
    class Transaction {
    public:
        Transaction(Database& database, const char* begin);
        ~Transaction();
        Transaction(const Transaction&) = delete;
        Transaction& operator=(const Transaction&) = delete;
        void commit();

    private:
        Database& m_database;
        bool m_open = true;
    };

    QString m_file;
    QString m_name; ///< of the connection
    QString m_setAside;
    bool m_readOnly;
    QSqlDatabase m_connection;
};

} // namespace digitpad
