// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/runs.h"

#include "app/store/database.h"
#include "tests/app/fake_engine.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>

namespace digitpad::tests {

namespace {

/// As a run tells it: `epochs` times two loss points and a result.
std::vector<TrainingEvent> told(int epochs)
{
    std::vector<TrainingEvent> events;
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        for (const int batch : {100, 200}) {
            events.emplace_back(LossPoint{
                .epoch = epoch,
                .epochs = epochs,
                .batch = batch,
                .batches = 200,
                .loss = 1.0 / epoch + 1.0 / batch});
        }
        events.emplace_back(EpochResult{
            .epoch = epoch,
            .epochs = epochs,
            .batches = 200,
            .trainingLoss = 0.1 * epoch,
            .testLoss = 0.2 * epoch,
            .testAccuracy = 0.9 + 0.01 * epoch});
    }
    return events;
}

NewRun someRun()
{
    NewRun run{
        .id = newRunId(),
        .name = QStringLiteral("七 & seven"),
        .options = defaultOptions("convnet"),
        .data = QStringLiteral("mnist, mine.jsonl"),
        .sources = QStringLiteral("{\"mnist\":\"/data\"}"),
        .counts = {.digits = 60'000, .none = 15'000, .test = 10'000}};
    run.options.seed = 123;
    return run;
}

} // namespace

class StoreRunsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto database = Database::open(m_folder->filePath(QStringLiteral("store.sqlite")));
        QVERIFY(database);
        m_database = std::move(*database);
        m_runs = std::make_unique<Runs>(*m_database);
    }
    void cleanup()
    {
        m_runs.reset();
        m_database.reset();
    }

    void keepsARunFromItsStartToItsEnd()
    {
        const NewRun begun = someRun();
        const QDateTime before = QDateTime::currentDateTime();
        QVERIFY(m_runs->begin(begun));
        RunSummary run = only();
        QCOMPARE(run.id, begun.id);
        QCOMPARE(run.name, begun.name);
        QCOMPARE(run.note, QString());
        QVERIFY(run.started >= before.addMSecs(-1) && run.started <= QDateTime::currentDateTime());
        QCOMPARE(run.status, RunStatus::Running);
        QCOMPARE(run.options.network, std::string("convnet"));
        QCOMPARE(run.options.seed, quint64{123});
        QVERIFY(run.options.augmentation.any());
        QCOMPARE(run.data, begun.data);
        QCOMPARE(run.sources, begun.sources);
        QCOMPARE(run.counts.digits, std::size_t{60'000});
        QCOMPARE(run.counts.none, std::size_t{15'000});
        QCOMPARE(run.counts.test, std::size_t{10'000});
        QVERIFY(!run.testAccuracy && !run.hasModel && run.epochsDone == 0);

        const auto events = told(3);
        QVERIFY(m_runs->append(begun.id, std::span(events).first(4)));
        QCOMPARE(*only().testAccuracy, 0.91); // of the last epoch so far
        QVERIFY(m_runs->append(begun.id, std::span(events).subspan(4)));
        QVERIFY(m_runs->finish(
            begun.id, {.status = RunStatus::Finished,
                       .failure = {},
                       .seconds = 12.5,
                       .testAccuracy = 0.95,
                       .model = std::make_shared<FakeModel>(4)}));
        run = only();
        QCOMPARE(run.status, RunStatus::Finished);
        QCOMPARE(run.seconds, 12.5);
        QCOMPARE(*run.testAccuracy, 0.95);
        QCOMPARE(run.epochsDone, 3);
        QVERIFY(run.hasModel);
        QCOMPARE(*m_runs->model(begun.id), QByteArray("4"));

        const StoredRun stored = *m_runs->run(begun.id);
        QCOMPARE(stored.skipped, QStringList());
        TrainingRun expected{
            .request = {.data = {}, .options = begun.options},
            .counts = {},
            .losses = {},
            .epochs = {}};
        for (const TrainingEvent& event : events) {
            expected.add(event);
        }
        QCOMPARE(toCsv(stored.trainingRun()), toCsv(expected));
        QCOMPARE(stored.losses.size(), std::size_t{6});
        QCOMPARE(stored.losses[5].loss, 1.0 / 3 + 1.0 / 200); // bit for bit
    }

    void aRetoldPointTakesThePlaceOfTheFirst()
    {
        const NewRun run = someRun();
        QVERIFY(m_runs->begin(run));
        QVERIFY(m_runs->append(run.id, told(2)));
        QVERIFY(m_runs->append(run.id, told(3)));
        const StoredRun stored = *m_runs->run(run.id);
        QCOMPARE(stored.losses.size(), std::size_t{6});
        QCOMPARE(stored.epochs.size(), std::size_t{3});
        QCOMPARE(stored.losses[0].epochs, 3);
    }

    /// A run that goes on from a checkpoint: what it told after that is told anew.
    void aRunThatGoesOnHasToldJustThat()
    {
        const NewRun run = someRun();
        QVERIFY(m_runs->begin(run));
        QVERIFY(m_runs->append(run.id, told(3)));
        QVERIFY(m_runs->begin(run, told(2)));
        const StoredRun stored = *m_runs->run(run.id);
        QCOMPARE(stored.losses.size(), std::size_t{4});
        QCOMPARE(stored.epochs.size(), std::size_t{2});
        QCOMPARE(m_runs->list()->runs.size(), std::size_t{1});
    }

    void leavesOutWhatIsNotFinite()
    {
        const NewRun run = someRun();
        QVERIFY(m_runs->begin(run));
        constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
        const std::vector<TrainingEvent> events = {
            LossPoint{.epoch = 1, .epochs = 1, .batch = 100, .batches = 200, .loss = kNan},
            LossPoint{.epoch = 1, .epochs = 1, .batch = 200, .batches = 200, .loss = 1},
            EpochResult{
                .epoch = 1,
                .epochs = 1,
                .batches = 200,
                .trainingLoss = 1,
                .testLoss = std::numeric_limits<double>::infinity(),
                .testAccuracy = 0.1}};
        QVERIFY(m_runs->append(run.id, events));
        const StoredRun stored = *m_runs->run(run.id);
        QCOMPARE(stored.losses.size(), std::size_t{1});
        QVERIFY(!stored.epochs[0].testLoss);
        QCOMPARE(*stored.epochs[0].testAccuracy, 0.1);
    }

    void aRunOfADeadProcessIsInterrupted()
    {
        const NewRun run = someRun();
        QVERIFY(m_runs->begin(run));
        for (const char* owner : {"", "x", "boot 1 2", "\n", "boot 99999999999999999999 1"}) {
            set("owner", QString::fromUtf8(owner));
            QCOMPARE(only().status, RunStatus::Interrupted);
        }
        QVERIFY(m_runs->begin(run));
        QCOMPARE(only().status, RunStatus::Running);
    }

    /// Deleted on one page and gone on with on another: it is wanted again.
    void aDeletedRunThatGoesOnIsBack()
    {
        const NewRun run = someRun();
        QVERIFY(m_runs->begin(run));
        QVERIFY(m_runs->remove(run.id));
        QVERIFY(m_runs->list()->runs.empty());
        QVERIFY(m_runs->begin(run));
        QCOMPARE(only().status, RunStatus::Running);
    }

    void namesRunsThatHaveNone()
    {
        NewRun run = someRun();
        run.name.clear();
        QVERIFY(m_runs->begin(run));
        QCOMPARE(only().name, QStringLiteral("convnet 1"));
        run.id = newRunId();
        QVERIFY(m_runs->begin(run));
        QCOMPARE(m_runs->list()->runs[0].name, QStringLiteral("convnet 2"));
    }

    void renamesAndNotes()
    {
        const NewRun run = someRun();
        QVERIFY(m_runs->begin(run));
        QVERIFY(m_runs->rename(run.id, QStringLiteral("'; DROP TABLE runs; --")));
        QVERIFY(m_runs->setNote(run.id, QString(20'000, QLatin1Char('n'))));
        QCOMPARE(only().name, QStringLiteral("'; DROP TABLE runs; --"));
        QCOMPARE(only().note.size(), kLongestNote);
        QVERIFY(m_runs->setNote(run.id, {}));
        QCOMPARE(only().note, QString());
    }

    void deletedRunsComeBackUntilTheyArePurged()
    {
        const NewRun run = someRun();
        QVERIFY(m_runs->begin(run));
        QVERIFY(m_runs->append(run.id, told(1)));
        QVERIFY(m_runs->remove(run.id));
        QVERIFY(m_runs->list()->runs.empty());
        QCOMPARE(m_runs->run(run.id).error().code, ErrorCode::NotFound);
        QVERIFY(m_runs->purge()); // too early
        QVERIFY(m_runs->restore(run.id));
        QCOMPARE(m_runs->run(run.id)->losses.size(), std::size_t{2});

        QVERIFY(m_runs->remove(run.id));
        set("deleted", QDateTime::currentMSecsSinceEpoch() - 25LL * 3600 * 1000);
        QVERIFY(m_runs->purge());
        QCOMPARE(m_runs->restore(run.id).error().code, ErrorCode::NotFound);
        QCOMPARE(count("losses"), 0);
        QCOMPARE(count("epochs"), 0);
    }

    void aRunOfSomebodyElseGetsAnIdOfItsOwn()
    {
        const NewRun run = someRun();
        QVERIFY(m_runs->begin(run));
        QVERIFY(m_runs->append(run.id, told(2)));
        const StoredRun stored = *m_runs->run(run.id);
        const auto id = m_runs->add(stored, "pth");
        QVERIFY(id);
        QVERIFY(*id != run.id);
        QCOMPARE(m_runs->run(*id)->losses.size(), std::size_t{4});
        QCOMPARE(*m_runs->model(*id), QByteArray("pth"));
        QCOMPARE(m_runs->list()->runs.size(), std::size_t{2});
    }

    void whatIsNotThereIsNotFound()
    {
        const QString id = newRunId();
        QCOMPARE(m_runs->run(id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_runs->model(id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_runs->append(id, told(1)).error().code, ErrorCode::NotFound);
        QCOMPARE(m_runs->rename(id, {}).error().code, ErrorCode::NotFound);
        QCOMPARE(m_runs->remove(id).error().code, ErrorCode::NotFound);
        QCOMPARE(
            m_runs->finish(id, {.failure = {}, .testAccuracy = {}, .model = nullptr}).error().code,
            ErrorCode::NotFound);
    }

    void skipsAndNamesHostileRows_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QVariant>("value");
        const auto row = [](const char* column, const char* what, const QVariant& value) {
            QTest::addRow("%s: %s", column, what) << QString::fromUtf8(column) << value;
        };
        row("name", "long", QString(1000, QLatin1Char('x')));
        row("note", "huge", QString(5'000'000, QLatin1Char('x')));
        row("started", "negative", -1);
        row("started", "far away", std::numeric_limits<qint64>::max());
        row("seconds", "negative", -1.0);
        row("seconds", "infinite", std::numeric_limits<double>::infinity());
        row("status", "unknown", QStringLiteral("sleeping"));
        row("options", "no JSON", QStringLiteral("{"));
        row("options", "a list", QStringLiteral("[]"));
        row("options", "out of range", QStringLiteral("{\"epochs\": 0}"));
        row("options", "deep", QString(60'000, QLatin1Char('[')));
        row("digits", "negative", -5);
        row("none", "huge", std::numeric_limits<qint64>::max());
        row("accuracy", "above one", 1.5);
        row("accuracy", "infinite", -std::numeric_limits<double>::infinity());
    }
    void skipsAndNamesHostileRows()
    {
        QFETCH(const QString, column);
        QFETCH(const QVariant, value);
        const NewRun bad = someRun();
        QVERIFY(m_runs->begin(bad));
        set(column.toUtf8().constData(), value);
        const NewRun good = someRun();
        QVERIFY(m_runs->begin(good));
        const auto list = m_runs->list();
        QVERIFY(list);
        QCOMPARE(list->runs.size(), std::size_t{1});
        QCOMPARE(list->runs[0].id, good.id);
        QCOMPARE(list->skipped.size(), 1);
        QVERIFY2(
            list->skipped[0].startsWith(QStringLiteral("run 1: ")), qPrintable(list->skipped[0]));
        QCOMPARE(m_runs->run(bad.id).error().code, ErrorCode::Damaged);
    }

    void skipsAndNamesHostilePoints()
    {
        const NewRun run = someRun();
        QVERIFY(m_runs->begin(run));
        QVERIFY(m_runs->append(run.id, told(1)));
        const auto wrote = m_database->write([&] {
            m_database->change("INSERT INTO losses VALUES(1, -1, 5, 1, 1, 0.5)");
            m_database->change("INSERT INTO losses VALUES(1, 1, 5, 1, 1, 9e999)");
            m_database->change("INSERT INTO losses VALUES(1, 1, 99999999999, 1, 1, 0.5)");
            m_database->change("INSERT INTO epochs VALUES(1, 2, 1, 1, 0.5, 0.5, 7.0)");
            m_database->change("INSERT INTO changes VALUES(1, 1, 1, 5, 9e999)");
        });
        QVERIFY(wrote);
        const auto stored = m_runs->run(run.id);
        QVERIFY(stored);
        QCOMPARE(stored->losses.size(), std::size_t{2});
        QCOMPARE(stored->epochs.size(), std::size_t{1});
        QCOMPARE(stored->skipped.size(), 5);
        QCOMPARE(*stored->summary.testAccuracy, 0.91);
    }

private:
    RunSummary only()
    {
        const auto list = m_runs->list();
        return list && list->runs.size() == 1 ? list->runs[0] : RunSummary{};
    }
    /// Sets a column of every run to what Digitpad would not write.
    void set(const char* column, const QVariant& value)
    {
        const QByteArray sql = QByteArray("UPDATE runs SET ") + column + " = ?";
        QVERIFY(m_database->write([&] { m_database->change(sql.constData(), {value}); }));
    }
    int count(const char* table)
    {
        const QByteArray sql = QByteArray("SELECT count(*) FROM ") + table;
        const auto counted = m_database->read([&] {
            Answer answer = m_database->ask(sql.constData());
            return answer.next() ? answer.whole() : -1;
        });
        return static_cast<int>(counted.value_or(-1));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Runs> m_runs;
};

} // namespace digitpad::tests

QTEST_GUILESS_MAIN(digitpad::tests::StoreRunsTest)
#include "store_runs_test.moc"
