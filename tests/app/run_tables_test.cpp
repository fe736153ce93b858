// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/run_tables.h"

#include "core/engine/options_json.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace digitpad;
using namespace Qt::StringLiterals;

namespace {

StoredRun someRun()
{
    StoredRun run;
    run.summary.id = u"an-id"_s;
    run.summary.name = u"Grüße, \"Welt\""_s;
    run.summary.note = u"two\nlines"_s;
    run.summary.started =
        QDateTime(QDate(2026, 11, 23), QTime(8, 30), QTimeZone::utc()).toLocalTime();
    run.summary.seconds = 1.5;
    run.summary.status = RunStatus::Stopped;
    run.summary.data = u"mnist"_s;
    run.summary.counts = {.digits = 60'000, .none = 15'000, .test = 10'000};
    run.summary.epochsDone = 1;
    run.summary.testAccuracy = 0.9753;
    run.losses = {{.epoch = 1, .epochs = 5, .batch = 100, .batches = 200, .loss = 0.5}};
    run.epochs = {
        {.epoch = 1,
         .epochs = 5,
         .batches = 200,
         .trainingLoss = 0.25,
         .testLoss = 0.125,
         .testAccuracy = 0.9753}};
    return run;
}

} // namespace

class RunTablesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowARun()
    {
        QLocale::setDefault(QLocale(QLocale::German)); // a comma is no decimal point here
        const StoredRun run = someRun();
        const QByteArray options = QByteArray::fromStdString(optionsToJson(run.summary.options));
        const QByteArray csv = runsCsv({&run.summary, 1});
        QCOMPARE(
            csv, "\xEF\xBB\xBFid,name,note,started,seconds,status,network,epochs,learning_rate,"
                 "batch_size,data,digits,none,test,accuracy,options\r\n"
                 "an-id,\"Gr\xC3\xBC\xC3\x9F"
                 "e, \"\"Welt\"\"\",\"two\nlines\",2026-11-23T08:30:00Z,"
                 "1.5,stopped,simple-nn,1,0.001,64,mnist,60000,15000,10000,0.9753,\"" +
                     QByteArray(options).replace("\"", "\"\"") + "\"\r\n");
    }

    void whatWasNotTestedIsEmpty()
    {
        StoredRun run = someRun();
        run.summary.testAccuracy.reset();
        QVERIFY(runsCsv({&run.summary, 1}).contains(",10000,,\""));
    }

    void pointsOfSeveralRuns()
    {
        const StoredRun first = someRun();
        StoredRun second = someRun();
        second.summary.id = u"other"_s;
        second.summary.name = u"b"_s;
        second.epochs.clear();
        const std::vector<const StoredRun*> runs{&first, &second};
        const QByteArray name = "an-id,\"Gr\xC3\xBC\xC3\x9F"
                                "e, \"\"Welt\"\"\",";
        QCOMPARE(
            pointsCsv(runs),
            "\xEF\xBB\xBFrun_id,run_name,epoch,batch,step,loss,epoch_loss,test_loss,test_accuracy"
            "\r\n" +
                name + "1,100,100,0.5,,,\r\n" + name + "1,200,200,,0.25,0.125,0.9753\r\n" +
                "other,b,1,100,100,0.5,,,\r\n");
    }
};

QTEST_GUILESS_MAIN(RunTablesTest)
#include "run_tables_test.moc"
