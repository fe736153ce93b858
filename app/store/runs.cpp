// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/runs.h"

#include "app/store/database.h"
#include "app/store/process_mark.h"
#include "core/engine/options_json.h"

#include <cmath>
#include <limits>

namespace digitpad {

namespace {

constexpr double kMost = std::numeric_limits<double>::max();
constexpr int kMostEpochs = 10'000;
constexpr int kMostBatches = std::numeric_limits<int>::max();
constexpr qint64 kMostDigits = qint64{1} << 40;
constexpr qsizetype kLongestText = 65'536;

const char* const kSummary =
    "SELECT id, uuid, name, note, started, seconds, status, failure, owner, options, data, sources,"
    " digits, none, test,"
    " (SELECT count(*) FROM epochs WHERE run = runs.id),"
    " coalesce(accuracy, (SELECT test_accuracy FROM epochs WHERE run = runs.id"
    "  AND test_accuracy BETWEEN 0 AND 1 ORDER BY epoch DESC LIMIT 1)),"
    " EXISTS(SELECT 1 FROM models WHERE run = runs.id)"
    " FROM runs WHERE deleted IS NULL";

Error notFound(const QString& id)
{
    return {.code = ErrorCode::NotFound, .detail = "no such run", .file = id.toStdString()};
}

QVariant orNull(const std::optional<double>& number)
{
    return number && std::isfinite(*number) ? QVariant(*number)
                                            : QVariant(QMetaType(QMetaType::Double));
}

TrainingOptions optionsOf(const QString& json)
{
    const Result<TrainingOptions> options = optionsFromJson(json.toStdString());
    if (!options) {
        throw BadValue{QString::fromStdString(options.error().detail)};
    }
    return *options;
}

/// A run that says it is running is, if who runs it lives.
RunStatus statusOf(const QString& name, const QString& owner)
{
    const std::optional<RunStatus> status = runStatusOf(name);
    if (!status) {
        throw BadValue{QStringLiteral("status: %1").arg(name.left(100))};
    }
    return *status == RunStatus::Running && !isAlive(owner) ? RunStatus::Interrupted : *status;
}

/// A row of kSummary after its first column. Throws BadValue.
RunSummary summaryOf(Answer& row)
{
    RunSummary run;
    run.id = row.text(100);
    run.name = row.text(kLongestName);
    run.note = row.text(kLongestNote);
    run.started = row.time();
    run.seconds = row.number(0, kMost);
    const QString status = row.text(100);
    run.failure = row.text(kLongestText);
    run.status = statusOf(status, row.text(1000));
    run.options = optionsOf(row.text(kLongestText));
    run.data = row.text(kLongestText);
    run.sources = row.text(kLongestText);
    run.counts.digits = static_cast<std::size_t>(row.whole(0, kMostDigits));
    run.counts.none = static_cast<std::size_t>(row.whole(0, kMostDigits));
    run.counts.test = static_cast<std::size_t>(row.whole(0, kMostDigits));
    run.epochsDone = static_cast<int>(row.whole(0, std::numeric_limits<int>::max()));
    run.testAccuracy = row.numberOrNull(0, 1);
    run.hasModel = row.whole(0, 1) == 1;
    return run;
}

int part(Answer& row, int least, int most)
{
    return static_cast<int>(row.whole(least, most));
}

LossPoint lossOf(Answer& row)
{
    LossPoint point;
    point.epoch = part(row, 1, kMostEpochs);
    point.epochs = part(row, 1, kMostEpochs);
    point.batch = part(row, 1, kMostBatches);
    point.batches = part(row, 1, kMostBatches);
    point.loss = row.number(-kMost, kMost);
    return point;
}

EpochResult epochOf(Answer& row)
{
    EpochResult result;
    result.epoch = part(row, 1, kMostEpochs);
    result.epochs = part(row, 1, kMostEpochs);
    result.batches = part(row, 1, kMostBatches);
    result.trainingLoss = row.number(-kMost, kMost);
    result.testLoss = row.numberOrNull(-kMost, kMost);
    result.testAccuracy = row.numberOrNull(0, 1);
    return result;
}

TrainingChange changeOf(Answer& row)
{
    TrainingChange change;
    change.epoch = part(row, 1, kMostEpochs + 1);
    change.batch = part(row, 0, kMostBatches);
    change.controls.epochs = part(row, 1, kMostEpochs);
    change.controls.learningRate = row.number(std::numeric_limits<double>::denorm_min(), 10);
    return change;
}

/// Every row that holds what it should; of the others `skipped` gets a line.
template <class Value>
void readAll(Answer rows, Value (*one)(Answer&), std::vector<Value>& values, QStringList& skipped)
{
    while (rows.next()) {
        try {
            values.push_back(one(rows));
        } catch (const BadValue& bad) {
            skipped.append(bad.text);
        }
    }
}

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

Result<void> Runs::begin(const NewRun& run, std::span<const TrainingEvent> told)
{
    return m_database.write([&] {
        Answer known = m_database.ask("SELECT id FROM runs WHERE uuid = ?", {run.id});
        if (!known.next()) {
            insertNew(run);
        }
        const qint64 row = rowOf(run.id);
        m_database.change(
            "UPDATE runs SET status = 'running', failure = '', owner = ?, deleted = NULL "
            "WHERE id = ?",
            {processMark(), row});
        m_database.change("DELETE FROM losses WHERE run = ?", {row});
        m_database.change("DELETE FROM epochs WHERE run = ?", {row});
        add(row, told);
    });
}

Result<void> Runs::append(const QString& id, std::span<const TrainingEvent> events)
{
    return m_database.write([&] { add(rowOf(id), events); });
}

Result<void> Runs::steer(const QString& id, const TrainingChange& change)
{
    return m_database.write([&] { add(rowOf(id), change); });
}

Result<void> Runs::finish(const QString& id, const RunEnd& end)
{
    // A model that cannot be written must not cost the rest.
    const Result<std::string> pth = end.model ? end.model->toPth() : std::string();
    const auto written = m_database.write([&] {
        const qint64 row = rowOf(id);
        m_database.change(
            "UPDATE runs SET status = ?, failure = ?, seconds = ?, accuracy = ? WHERE id = ?",
            {nameOf(end.status), end.failure.left(kLongestText), end.seconds,
             orNull(end.testAccuracy), row});
        keepModel(row, QByteArray::fromStdString(pth.value_or(std::string())));
    });
    if (written && !pth) {
        return std::unexpected(pth.error());
    }
    return written;
}

Result<QString> Runs::add(const StoredRun& run, const QByteArray& pth)
{
    return m_database.write([&] {
        RunSummary summary = run.summary;
        Answer known = m_database.ask("SELECT id FROM runs WHERE uuid = ?", {summary.id});
        if (summary.id.isEmpty() || known.next()) {
            summary.id = newRunId();
        }
        insert(summary, {});
        const qint64 row = rowOf(summary.id);
        add(row, std::vector<TrainingEvent>(run.losses.begin(), run.losses.end()));
        add(row, std::vector<TrainingEvent>(run.epochs.begin(), run.epochs.end()));
        for (const TrainingChange& change : run.changes) {
            add(row, change);
        }
        keepModel(row, pth);
        return summary.id;
    });
}

Result<RunList> Runs::list()
{
    return m_database.read([&] {
        RunList list;
        const QByteArray sql = QByteArray(kSummary) + " ORDER BY started DESC, id DESC";
        Answer rows = m_database.ask(sql.constData());
        while (rows.next()) {
            const qint64 row = rows.whole();
            try {
                list.runs.push_back(summaryOf(rows));
            } catch (const BadValue& bad) {
                list.skipped.append(QStringLiteral("run %1: %2").arg(row).arg(bad.text));
            }
        }
        return list;
    });
}

Result<StoredRun> Runs::run(const QString& id)
{
    return m_database.read([&] {
        const QByteArray sql = QByteArray(kSummary) + " AND uuid = ?";
        Answer rows = m_database.ask(sql.constData(), {id});
        if (!rows.next()) {
            throw DatabaseFault{notFound(id)};
        }
        const qint64 row = rows.whole();
        StoredRun run;
        run.summary = summaryOf(rows);
        readPoints(row, run);
        return run;
    });
}

Result<QByteArray> Runs::model(const QString& id)
{
    return m_database.read([&] {
        // What is too long is not even fetched; a text is no model.
        Answer rows = m_database.ask(
            "SELECT CASE WHEN length(pth) <= ? THEN pth ELSE 'too long' END FROM models"
            " WHERE run = ?",
            {kLargestModel, rowOf(id)});
        return rows.next() ? rows.bytes(kLargestModel) : QByteArray();
    });
}

Result<QString> Runs::name(const QString& id)
{
    return m_database.read([&] {
        Answer rows = m_database.ask("SELECT name FROM runs WHERE id = ?", {rowOf(id)});
        return rows.next() ? rows.text(kLongestName) : QString();
    });
}

Result<void> Runs::rename(const QString& id, const QString& name)
{
    return change("UPDATE runs SET name = ? WHERE id = ?", name.left(kLongestName), id);
}

Result<void> Runs::setNote(const QString& id, const QString& note)
{
    return change("UPDATE runs SET note = ? WHERE id = ?", note.left(kLongestNote), id);
}

Result<void> Runs::remove(const QString& id)
{
    return change("UPDATE runs SET deleted = ? WHERE id = ?", now(), id);
}

Result<void> Runs::restore(const QString& id)
{
    return change("UPDATE runs SET deleted = ? WHERE id = ?", QVariant(), id);
}

Result<void> Runs::purge()
{
    constexpr qint64 kDay = qint64{24} * 60 * 60 * 1000;
    return m_database.write(
        [&] { m_database.change("DELETE FROM runs WHERE deleted <= ?", {now() - kDay}); });
}

qint64 Runs::rowOf(const QString& id)
{
    Answer rows = m_database.ask("SELECT id FROM runs WHERE uuid = ?", {id});
    if (!rows.next()) {
        throw DatabaseFault{notFound(id)};
    }
    return rows.whole();
}

void Runs::insertNew(const NewRun& run)
{
    RunSummary summary{
        .id = run.id,
        .name = run.name,
        .note = {},
        .started = QDateTime::currentDateTime(),
        .seconds = 0,
        .status = RunStatus::Running,
        .failure = {},
        .options = run.options,
        .data = run.data,
        .sources = run.sources,
        .counts = run.counts};
    if (summary.name.isEmpty()) {
        Answer last = m_database.ask("SELECT coalesce(max(id), 0) FROM runs");
        const qint64 number = last.next() ? last.whole(0, kMostDigits) + 1 : 1;
        summary.name =
            QStringLiteral("%1 %2").arg(QString::fromStdString(run.options.network)).arg(number);
    }
    insert(summary, {});
}

void Runs::insert(const RunSummary& run, const QString& owner)
{
    const auto count = [](std::size_t number) { return static_cast<qint64>(number); };
    m_database.change(
        "INSERT INTO runs(uuid, name, note, started, seconds, status, failure, owner, options, "
        "data,"
        " sources, digits, none, test, accuracy) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?)",
        {run.id, run.name.left(kLongestName), run.note.left(kLongestNote),
         run.started.toMSecsSinceEpoch(), run.seconds, nameOf(run.status), run.failure, owner,
         QString::fromStdString(optionsToJson(run.options)), run.data, run.sources,
         count(run.counts.digits), count(run.counts.none), count(run.counts.test),
         orNull(run.testAccuracy)});
}

void Runs::add(qint64 row, std::span<const TrainingEvent> events)
{
    for (const TrainingEvent& event : events) {
        if (const auto* point = std::get_if<LossPoint>(&event)) {
            if (std::isfinite(point->loss)) {
                m_database.change(
                    "INSERT OR REPLACE INTO losses(run, epoch, batch, epochs, batches, loss)"
                    " VALUES(?, ?, ?, ?, ?, ?)",
                    {row, point->epoch, point->batch, point->epochs, point->batches, point->loss});
            }
        } else if (const auto& result = std::get<EpochResult>(event);
                   std::isfinite(result.trainingLoss)) {
            m_database.change(
                "INSERT OR REPLACE INTO epochs(run, epoch, epochs, batches, training_loss,"
                " test_loss, test_accuracy) VALUES(?, ?, ?, ?, ?, ?, ?)",
                {row, result.epoch, result.epochs, result.batches, result.trainingLoss,
                 orNull(result.testLoss), orNull(result.testAccuracy)});
        }
    }
}

void Runs::add(qint64 row, const TrainingChange& change)
{
    m_database.change(
        "INSERT OR REPLACE INTO changes(run, epoch, batch, epochs, learning_rate)"
        " VALUES(?, ?, ?, ?, ?)",
        {row, change.epoch, change.batch, change.controls.epochs, change.controls.learningRate});
}

void Runs::keepModel(qint64 row, const QByteArray& pth)
{
    if (!pth.isEmpty()) {
        m_database.change("INSERT OR REPLACE INTO models(run, pth) VALUES(?, ?)", {row, pth});
    }
}

void Runs::readPoints(qint64 row, StoredRun& run)
{
    readAll(
        m_database.ask(
            "SELECT epoch, epochs, batch, batches, loss FROM losses WHERE run = ?"
            " ORDER BY epoch, batch",
            {row}),
        lossOf, run.losses, run.skipped);
    readAll(
        m_database.ask(
            "SELECT epoch, epochs, batches, training_loss, test_loss, test_accuracy FROM epochs"
            " WHERE run = ? ORDER BY epoch",
            {row}),
        epochOf, run.epochs, run.skipped);
    readAll(
        m_database.ask(
            "SELECT epoch, batch, epochs, learning_rate FROM changes WHERE run = ?"
            " ORDER BY epoch, batch",
            {row}),
        changeOf, run.changes, run.skipped);
}

Result<void> Runs::change(const char* sql, const QVariant& value, const QString& id)
{
    return m_database.write([&] { m_database.change(sql, {value, rowOf(id)}); });
}

} // namespace digitpad
