// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store.h"

#include "app/store/database.h"
#include "app/store/runs.h"
#include "tests/app/fake_engine.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace digitpad::tests {

namespace {

using namespace Qt::StringLiterals;

NewRun someRun()
{
    return {
        .id = {},
        .name = u"A run"_s,
        .options = {},
        .data = u"mnist"_s,
        .sources = {},
        .counts = {.digits = 5, .none = 0, .test = 1}};
}

std::vector<TrainingEvent> points(int from, int to)
{
    std::vector<TrainingEvent> events;
    for (int batch = from; batch <= to; ++batch) {
        events.emplace_back(
            LossPoint{.epoch = 1, .epochs = 1, .batch = batch, .batches = to, .loss = 0.5});
    }
    return events;
}

NewSample someSample(int label)
{
    NewSample sample{
        .label = label, .writer = {}, .glyph = {}, .drawing = {}, .picture = {}, .reading = {}};
    sample.glyph.set(label, label, 255);
    return sample;
}

} // namespace

class StoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void answersInOrderWithTheNumbersOfTheCalls()
    {
        Store store(file());
        QSignalSpy opened(&store, &Store::opened);
        QSignalSpy kept(&store, &Store::sampleKept);
        QSignalSpy paged(&store, &Store::pageRead);
        QSignalSpy failed(&store, &Store::failed);
        const quint64 keep = store.correct(someSample(4));
        const quint64 page = store.readPage({}, 0, 10);
        const quint64 missing = store.readSample(99);
        QVERIFY(failed.wait());
        QCOMPARE(opened.size(), 1);
        QCOMPARE(kept.at(0).at(0).toULongLong(), keep);
        QCOMPARE(paged.at(0).at(0).toULongLong(), page);
        QCOMPARE(paged.at(0).at(1).value<SamplePage>().count, 1);
        QCOMPARE(failed.at(0).at(0).toULongLong(), missing);
        QCOMPARE(failed.at(0).at(1).value<Error>().code, ErrorCode::NotFound);
    }

    void saysWhatChanged()
    {
        Store store(file());
        QSignalSpy runs(&store, &Store::runsChanged);
        QSignalSpy samples(&store, &Store::samplesChanged);
        QSignalSpy overview(&store, &Store::overviewRead);
        QSignalSpy done(&store, &Store::done);
        store.correct(someSample(1));
        store.setLabels({{.id = 1, .label = 2}});
        store.readOverview();
        QVERIFY(overview.wait());
        QCOMPARE(samples.size(), 2);
        QCOMPARE(runs.size(), 0);
        QCOMPARE(overview.at(0).at(1).value<SampleOverview>().counts[2], 1);

        const QString id = store.beginRun(someRun());
        store.renameRun(id, u"Another name"_s);
        QVERIFY(done.wait());
        QVERIFY(runs.size() >= 2);
    }

    void whatARunToldIsThereWhenItIsAskedFor()
    {
        Store store(file());
        QSignalSpy read(&store, &Store::runRead);
        const QString id = store.beginRun(someRun());
        store.recordRun(id, points(1, 10));
        store.recordRun(id, points(11, 20));
        store.steerRun(
            id, {.epoch = 1, .batch = 20, .controls = {.learningRate = 0.5, .epochs = 2}});
        store.readRun(id);
        QVERIFY(read.wait());
        const auto run = read.at(0).at(1).value<StoredRun>();
        QCOMPARE(run.losses.size(), std::size_t{20});
        QCOMPARE(run.changes.size(), std::size_t{1});
        QCOMPARE(run.summary.status, RunStatus::Running);
    }

    void writesByItselfWhileARunGoesOn()
    {
        Store store(file());
        QSignalSpy changed(&store, &Store::runsChanged);
        const QString id = store.beginRun(someRun());
        QVERIFY(changed.wait());
        store.recordRun(id, points(1, 10));
        QVERIFY(changed.wait());
        const auto other = Database::open(file(), Database::Damaged::Refuse);
        QVERIFY(other);
        QCOMPARE(Runs(**other).run(id)->losses.size(), std::size_t{10});
    }

    void saysWhatIsKept()
    {
        Store store(file());
        QSignalSpy kept(&store, &Store::runKept);
        QSignalSpy listed(&store, &Store::runsListed);
        const QString without = store.beginRun(someRun());
        RunEnd end = endOf(TrainingOutcome{});
        store.finishRun(without, end);
        const QString with = store.beginRun(someRun());
        end.model = std::make_shared<FakeModel>(6);
        store.finishRun(with, end);
        store.listRuns();
        QVERIFY(listed.wait());
        QCOMPARE(kept, (QList<QVariantList>{{with, u"A run"_s}}));
    }

    void losesNothingWhenItIsClosed()
    {
        QString id;
        {
            Store store(file());
            id = store.beginRun(someRun());
            store.recordRun(id, points(1, 100));
            store.finishRun(
                id, {.status = RunStatus::Finished,
                     .failure = {},
                     .seconds = 3,
                     .testAccuracy = 0.5,
                     .model = std::make_shared<FakeModel>(6)});
        }
        const auto database = Database::open(file());
        QVERIFY(database);
        Runs runs(**database);
        QCOMPARE(runs.run(id)->losses.size(), std::size_t{100});
        QCOMPARE(runs.run(id)->summary.status, RunStatus::Finished);
        QCOMPARE(*runs.model(id), QByteArray("6"));
    }

    void triesAgainWhatCouldNotBeWritten()
    {
        Store store(file());
        QSignalSpy listed(&store, &Store::runsListed);
        QSignalSpy failing(&store, &Store::recordingFailed);
        QSignalSpy changed(&store, &Store::runsChanged);
        const QString id = store.beginRun(someRun());
        store.listRuns();
        QVERIFY(listed.wait());
        changed.clear();
        {
            // Another program that does not let go of the database.
            const auto other = Database::open(file());
            QVERIFY(other);
            const auto held = (*other)->write([&] {
                store.recordRun(id, points(1, 10));
                QVERIFY(failing.wait(20'000));
            });
            QVERIFY(held);
        }
        QCOMPARE(failing.size(), 1);
        QCOMPARE(failing.at(0).at(0).toString(), id);
        QVERIFY(changed.wait(20'000)); // of itself
        QSignalSpy read(&store, &Store::runRead);
        store.readRun(id);
        QVERIFY(read.wait());
        QCOMPARE(read.at(0).at(1).value<StoredRun>().losses.size(), std::size_t{10});
    }

    void aDamagedFileIsSetAsideAndSaid()
    {
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("no database at all") > 0);
        damaged.close();
        Store store(file());
        QSignalSpy opened(&store, &Store::opened);
        QVERIFY(opened.wait());
        QVERIFY(QFile::exists(opened.at(0).at(0).value<StoreState>().setAside));
        QSignalSpy listed(&store, &Store::runsListed);
        store.listRuns();
        QVERIFY(listed.wait());
    }

    void everyCallFailsWhereThereIsNoDatabase()
    {
        Store store(m_folder->path()); // a folder
        QSignalSpy notOpened(&store, &Store::openFailed);
        QSignalSpy failed(&store, &Store::failed);
        const quint64 list = store.listRuns();
        store.recordRun(store.beginRun(someRun()), points(1, 3));
        QVERIFY(failed.wait());
        QCOMPARE(notOpened.size(), 1);
        QCOMPARE(failed.at(0).at(0).toULongLong(), list);
        QCOMPARE(failed.at(0).at(1).value<Error>().code, ErrorCode::NotAFile);
    }

    void nothingIsToldAfterItIsGone()
    {
        int told = 0;
        {
            Store store(file());
            connect(&store, &Store::runsListed, this, [&] { ++told; });
            store.listRuns();
        }
        QCoreApplication::sendPostedEvents();
        QCOMPARE(told, 0);
    }

    void importsAndExports()
    {
        Store store(file());
        QSignalSpy exported(&store, &Store::samplesExported);
        QSignalSpy imported(&store, &Store::samplesImported);
        QSignalSpy runImported(&store, &Store::runImported);
        store.correct(someSample(4));
        const QString folder = m_folder->filePath(u"idx"_s);
        store.exportSamples(SampleFormat::Idx, folder);
        store.importSamples(SampleFormat::Idx, folder, {});
        const QString id = store.beginRun(someRun());
        store.exportRun(id, m_folder->filePath(u"a.run"_s));
        store.importRun(m_folder->filePath(u"a.run"_s));
        QVERIFY(runImported.wait());
        QCOMPARE(exported.at(0).at(1).value<SamplesExported>().count, 1);
        QCOMPARE(imported.at(0).at(1).value<SamplesImported>().added.known, 1);
        QVERIFY(runImported.at(0).at(1).toString() != id);
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"store.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace digitpad::tests

QTEST_GUILESS_MAIN(digitpad::tests::StoreTest)
#include "store_test.moc"
