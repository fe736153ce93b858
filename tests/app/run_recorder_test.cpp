// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/run_recorder.h"

#include "app/checkpoint_file.h"
#include "app/engine_module.h"
#include "app/store/store.h"
#include "tests/app/training_desk.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace digitpad {
namespace {

using tests::Desk;

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

std::vector<RunSummary> listed(Store& store)
{
    QSignalSpy lists(&store, &Store::runsListed);
    store.listRuns();
    return lists.wait() ? lists.at(0).at(1).value<RunList>().runs : std::vector<RunSummary>();
}

StoredRun read(Store& store, const QString& id)
{
    QSignalSpy runs(&store, &Store::runRead);
    store.readRun(id);
    return runs.wait() ? runs.at(0).at(1).value<StoredRun>() : StoredRun();
}

} // namespace

/// Which of the runs in the database a run of the page is.
class RunRecorderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QCoreApplication::setOrganizationName(QStringLiteral("digitpad-test"));
        const auto engine = loadEngine();
        QVERIFY2(engine, engine ? "" : engine.error().detail.c_str());
        m_engine = *engine;
    }

    void init()
    {
        QSettings().clear();
        QDir(dataFolder()).removeRecursively();
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<Store>(m_folder->filePath(QStringLiteral("runs.sqlite")));
    }

    /// The checkpoint says whose it is: what was trained since stays as it was.
    void goesOnInTheRecordOfItsRun()
    {
        const QString aside = m_folder->filePath(QStringLiteral("aside"));
        QVERIFY(interruptARun(aside));
        const QString interrupted = listed(*m_store).at(0).id;
        {
            Desk desk(m_engine);
            desk.page.setStore(*m_store);
            desk.spin("Epochs")->setValue(1);
            QVERIFY(desk.start());
            QVERIFY(desk.waitForEnd());
            QTRY_VERIFY(!desk.page.hasUnsavedModel());
        }
        QVERIFY(QFile::copy(aside, checkpoint()));
        QVERIFY(goOnAndStop());

        const auto runs = listed(*m_store);
        QCOMPARE(runs.size(), std::size_t{2});
        QCOMPARE(runs[0].status, RunStatus::Finished);
        QCOMPARE(runs[0].epochsDone, 1);
        QCOMPARE(runs[1].id, interrupted);
        QCOMPARE(runs[1].status, RunStatus::Stopped);
        QVERIFY(hasAllEpochs(read(*m_store, interrupted)));
    }

    /// As when the database was set aside, or the checkpoint comes from elsewhere.
    void beginsARunThatIsNotKnown()
    {
        const QString aside = m_folder->filePath(QStringLiteral("aside"));
        QVERIFY(interruptARun(aside));
        m_store = std::make_unique<Store>(m_folder->filePath(QStringLiteral("another.sqlite")));
        QVERIFY(QFile::copy(aside, checkpoint()));
        QVERIFY(goOnAndStop());
        const auto runs = listed(*m_store);
        QCOMPARE(runs.size(), std::size_t{1});
        QVERIFY(hasAllEpochs(read(*m_store, runs[0].id)));
        QVERIFY(runs[0].hasModel);
    }

    void keepsARunOnceTheOtherWindowIsClosed()
    {
        auto other = std::make_unique<Desk>();
        Desk desk(m_engine);
        desk.page.setStore(*m_store);
        desk.spin("Epochs")->setValue(1);
        QSignalSpy warnings(&desk.page, &TrainingPage::warning);
        for (const bool isAlone : {false, true}) {
            QVERIFY(desk.start());
            QCOMPARE(desk.page.isKept(), isAlone);
            QCOMPARE(warnings.size(), 1); // it says so the first time
            QVERIFY(desk.waitForEnd());
            QTRY_VERIFY(!desk.page.hasUnsavedModel());
            other.reset();
        }
    }

private:
    static QString checkpoint() { return QDir(dataFolder()).filePath(kCheckpointName); }

    /// Its checkpoint lies aside then, as if another window had it.
    bool interruptARun(const QString& aside)
    {
        Desk desk(m_engine);
        desk.page.setStore(*m_store);
        desk.spin("Epochs")->setValue(10'000); // it does not end by itself
        const bool trained =
            desk.start() &&
            QTest::qWaitFor(
                [&] { return desk.log().contains(QStringLiteral("Epoch [4/")); }, 60'000);
        desk.page.stopAndWait(); // as the window does when it closes
        return trained && QFile::rename(checkpoint(), aside);
    }

    bool goOnAndStop()
    {
        Desk desk;
        desk.page.setStore(*m_store);
        QSignalSpy found(&desk.page, &TrainingPage::interruptedRunFound);
        desk.page.setEngine(m_engine);
        if (!found.wait()) {
            return false;
        }
        desk.actions().goOn->trigger();
        const auto says = [&](const QString& words) {
            return QTest::qWaitFor([&] { return desk.log().contains(words); }, 60'000);
        };
        const bool wentOn =
            says(QStringLiteral("to learn from")) && says(QStringLiteral("Epoch [6/"));
        desk.actions().start->trigger();
        return desk.waitForEnd() && wentOn;
    }

    /// From the first on, without a hole.
    static bool hasAllEpochs(const StoredRun& run)
    {
        int epoch = 0;
        for (const EpochResult& result : run.epochs) {
            if (result.epoch != ++epoch) {
                return false;
            }
        }
        return epoch >= 4;
    }

    QTemporaryDir m_settings;
    std::shared_ptr<const Engine> m_engine;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
};

} // namespace digitpad

QTEST_MAIN(digitpad::RunRecorderTest)
#include "run_recorder_test.moc"
