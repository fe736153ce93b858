// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/run_record.h"
#include "core/base/error.h"

#include <QByteArray>

#include <span>

namespace digitpad {

class Answer;
class Database;

/// The runs in a database. Everything blocks, for milliseconds; what has to do with the points or
/// the model of a long run, for some tens of them.
/// Errors of all: Database, Damaged; NotFound, with the run's id as the file, where there is none.
class Runs {
public:
    explicit Runs(Database& database) : m_database(database) {}

    /// Notes a run that this process begins, or goes on with from where it had told just this: of
    /// one that is known here these are the points then.
    [[nodiscard]] Result<void> begin(const NewRun& run, std::span<const TrainingEvent> told = {});
    /// Adds what the run has told. An event that is there already is replaced. Numbers that are not
    /// finite are left out.
    [[nodiscard]] Result<void> append(const QString& id, std::span<const TrainingEvent> events);
    /// Notes that the learning rate or the number of epochs was changed on the way.
    [[nodiscard]] Result<void> steer(const QString& id, const TrainingChange& change);
    /// Notes its end and keeps its model, which is turned into the bytes of a .pth file here.
    /// Errors also: those of Model::toPth.
    [[nodiscard]] Result<void> finish(const QString& id, const RunEnd& end);

    /// A run that is not from here, whole; under another id where there is one of its id, deleted
    /// ones included. Gives its id.
    [[nodiscard]] Result<QString> add(const StoredRun& run, const QByteArray& pth);

    /// Without those that are deleted.
    [[nodiscard]] Result<RunList> list();
    /// Errors also: Damaged where its row holds what Digitpad does not write.
    [[nodiscard]] Result<StoredRun> run(const QString& id);
    /// The bytes of the .pth file; empty where the run has kept no model.
    [[nodiscard]] Result<QByteArray> model(const QString& id);

    /// Longer texts are cut.
    [[nodiscard]] Result<QString> name(const QString& id);
    [[nodiscard]] Result<void> rename(const QString& id, const QString& name);
    [[nodiscard]] Result<void> setNote(const QString& id, const QString& note);

    /// A deleted run can be restored until it is purged.
    [[nodiscard]] Result<void> remove(const QString& id);
    [[nodiscard]] Result<void> restore(const QString& id);
    /// Takes away for good what was deleted a day ago or longer.
    [[nodiscard]] Result<void> purge();

private:
    // Within a transaction; they throw.
    qint64 rowOf(const QString& id);
    void insertNew(const NewRun& run);
    void insert(const RunSummary& run, const QString& owner);
    void add(qint64 row, std::span<const TrainingEvent> events);
    void add(qint64 row, const TrainingChange& change);
    void keepModel(qint64 row, const QByteArray& pth);
    void readPoints(qint64 row, StoredRun& run);
    [[nodiscard]] Result<void> change(const char* sql, const QVariant& value, const QString& id);

    Database& m_database;
};

} // namespace digitpad
