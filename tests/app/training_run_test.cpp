// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_run.h"

#include <QLocale>
#include <QTest>

using namespace digitpad;

namespace {

EpochResult tested(int epoch)
{
    return {
        .epoch = epoch,
        .epochs = 2,
        .batches = 200,
        .trainingLoss = 0.5,
        .testLoss = 0.25,
        .testAccuracy = 0.9375};
}

} // namespace

class TrainingRunTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German)); }

    void printsTheArticlesLine();
    void printsTheTest();
    void knowsItsBatches();
    void writesCsvInOrder();
    void writesCsvOfAStoppedRun();
};

void TrainingRunTest::printsTheArticlesLine()
{
    // The same in every language: nothing translated, a point and not a comma.
    QCOMPARE(
        logLine(LossPoint{.epoch = 1, .epochs = 5, .batch = 100, .batches = 938, .loss = 0.42714}),
        QStringLiteral("Epoch [1/5], Batch [100/938], Loss: 0.4271"));
}

void TrainingRunTest::printsTheTest()
{
    QCOMPARE(
        logLine(tested(1)),
        QStringLiteral("Epoch [1/2], test accuracy: 93,75 %, test loss: 0,2500"));
    EpochResult untested = tested(2);
    untested.testLoss.reset();
    untested.testAccuracy.reset();
    QCOMPARE(logLine(untested), QStringLiteral("Epoch [2/2], mean loss: 0,5000"));
}

void TrainingRunTest::knowsItsBatches()
{
    TrainingRun run;
    QCOMPARE(run.batchesPerEpoch(), 0);
    run.add(LossPoint{.epoch = 1, .epochs = 2, .batch = 100, .batches = 200, .loss = 1});
    QCOMPARE(run.batchesPerEpoch(), 200);
    TrainingRun shortRun;
    shortRun.add(tested(1));
    QCOMPARE(shortRun.batchesPerEpoch(), 200);
}

void TrainingRunTest::writesCsvInOrder()
{
    TrainingRun run;
    run.request.options.epochs = 2;
    for (const int epoch : {1, 2}) {
        run.add(LossPoint{
            .epoch = epoch, .epochs = 2, .batch = 100, .batches = 200, .loss = 1.5 / epoch});
        run.add(LossPoint{
            .epoch = epoch, .epochs = 2, .batch = 200, .batches = 200, .loss = 0.5 / epoch});
        run.add(tested(epoch));
    }
    QCOMPARE(
        toCsv(run), QByteArray("epoch,batch,step,loss,epoch_loss,test_loss,test_accuracy\r\n"
                               "1,100,100,1.5,,,\r\n"
                               "1,200,200,0.5,,,\r\n"
                               "1,200,200,,0.5,0.25,0.9375\r\n"
                               "2,100,300,0.75,,,\r\n"
                               "2,200,400,0.25,,,\r\n"
                               "2,200,400,,0.5,0.25,0.9375\r\n"));
}

void TrainingRunTest::writesCsvOfAStoppedRun()
{
    TrainingRun run;
    run.request.options.epochs = 5;
    EpochResult untested = tested(1);
    untested.testLoss.reset();
    untested.testAccuracy.reset();
    run.add(untested);
    run.add(LossPoint{.epoch = 2, .epochs = 5, .batch = 100, .batches = 200, .loss = 0.125});
    QCOMPARE(
        toCsv(run), QByteArray("epoch,batch,step,loss,epoch_loss,test_loss,test_accuracy\r\n"
                               "1,200,200,,0.5,,\r\n"
                               "2,100,300,0.125,,,\r\n"));
}

QTEST_APPLESS_MAIN(TrainingRunTest)
#include "training_run_test.moc"
