// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training.h"

#include "tests/app/gated_engine.h"
#include "tests/core/gzip.h"
#include "tests/core/idx_bytes.h"
#include "tests/core/temporary_folder.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <atomic>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace digitpad;
using tests::FakeEngine;
using tests::GatedEngine;

namespace {

TrainingRequest syntheticRequest(int epochs)
{
    TrainingRequest request;
    request.data.synthetic = 100;
    request.data.syntheticTest = 10;
    request.options.epochs = epochs;
    return request;
}

TrainingRequest mnistRequest(const std::filesystem::path& folder)
{
    TrainingRequest request;
    request.data.mnist = folder.string();
    return request;
}

/// A Training with an engine, and everything it says.
struct Run {
    explicit Run(std::shared_ptr<const Engine> engine)
    {
        QObject::connect(
            &training, &Training::updated, &training, [this](const TrainingUpdate& update) {
                events.insert(events.end(), update.events.begin(), update.events.end());
            });
        training.setEngine(std::move(engine));
    }

    DataCounts counts() { return dataRead.at(0).at(0).value<DataCounts>(); }
    TrainingOutcome outcome() { return finished.at(0).at(0).value<TrainingOutcome>(); }

    Training training;
    std::vector<TrainingEvent> events;
    QSignalSpy dataRead{&training, &Training::dataRead};
    QSignalSpy finished{&training, &Training::finished};
    QSignalSpy failed{&training, &Training::failed};
};

} // namespace

class TrainingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheDevices();
    void looksIntoAFolder();
    void tellsEverythingInOrder();
    void readsMnist();
    void countsWhatIsNoDigit();
    void saysWhyTheDataCannotBeRead();
    void stopsWhileTheDataIsRead();
    void measuresAStoppedModel();
    void startsOnlyOneRunAtATime();
    void runsAgainAfterwards();
    void endsInTheMiddleOfARun();
    void isNicerThanTheWindow();
};

void TrainingTest::findsTheDevices()
{
    Training training;
    QSignalSpy found(&training, &Training::devicesFound);
    training.setEngine(std::make_shared<FakeEngine>());
    QVERIFY(found.wait());
    QCOMPARE(found.at(0).at(0).value<std::vector<Device>>(), FakeEngine().devices());
}

void TrainingTest::looksIntoAFolder()
{
    const tests::TemporaryFolder folder;
    (void)folder.write("train-images-idx3-ubyte.gz", tests::gzip(tests::idxImages(3)));
    (void)folder.write("train-labels-idx1-ubyte", tests::idxLabels(3));
    const QString path = QString::fromStdString(folder.path().string());
    Training training;
    QSignalSpy checked(&training, &Training::folderChecked);
    training.checkFolder(path);
    QVERIFY(checked.wait());
    QCOMPARE(checked.at(0).at(0).toString(), path);
    const auto size = checked.at(0).at(1).value<Result<MnistSize>>();
    QVERIFY(size.has_value());
    QCOMPARE(*size, (MnistSize{.training = 3, .test = 0}));
}

void TrainingTest::tellsEverythingInOrder()
{
    constexpr int kEpochs = 300;
    Run run(std::make_shared<FakeEngine>());
    run.training.start(syntheticRequest(kEpochs));
    QVERIFY(run.training.isRunning());
    QVERIFY(run.finished.wait());
    QVERIFY(!run.training.isRunning());
    QCOMPARE(run.counts().digits, std::size_t{100});
    QCOMPARE(run.counts().none, std::size_t{0});
    QCOMPARE(run.counts().test, std::size_t{10});

    // Two losses and a result for each epoch, however they were bundled.
    QCOMPARE(run.events.size(), std::size_t{3 * kEpochs});
    for (int epoch = 1; epoch <= kEpochs; ++epoch) {
        const std::size_t first = std::size_t{3} * static_cast<std::size_t>(epoch - 1);
        QCOMPARE(std::get<LossPoint>(run.events[first]).epoch, epoch);
        QCOMPARE(std::get<LossPoint>(run.events[first]).batch, 100);
        QCOMPARE(std::get<LossPoint>(run.events[first + 1]).batch, 200);
        QCOMPARE(std::get<EpochResult>(run.events[first + 2]).epoch, epoch);
    }
    const TrainingOutcome outcome = run.outcome();
    QVERIFY(outcome.model != nullptr);
    QVERIFY(!outcome.stopped);
    QCOMPARE(outcome.testAccuracy, std::get<EpochResult>(run.events.back()).testAccuracy);
}

void TrainingTest::readsMnist()
{
    const tests::TemporaryFolder folder;
    (void)folder.write("train-images-idx3-ubyte", tests::idxImages(5));
    (void)folder.write("train-labels-idx1-ubyte", tests::idxLabels(5));
    Run run(std::make_shared<FakeEngine>());
    run.training.start(mnistRequest(folder.path()));
    QVERIFY(run.finished.wait());
    QCOMPARE(run.counts().digits, std::size_t{5});
    QCOMPARE(run.counts().test, std::size_t{0});
    QVERIFY(!run.outcome().testAccuracy);
}

void TrainingTest::countsWhatIsNoDigit()
{
    Run run(std::make_shared<FakeEngine>());
    TrainingRequest request = syntheticRequest(1);
    request.options.network = "convnet";
    run.training.start(request);
    QVERIFY(run.finished.wait());
    QCOMPARE(run.counts().digits, std::size_t{100});
    QCOMPARE(run.counts().none, std::size_t{25});
}

void TrainingTest::saysWhyTheDataCannotBeRead()
{
    const tests::TemporaryFolder folder;
    (void)folder.write("train-images-idx3-ubyte", tests::idxImages(5));
    (void)folder.write("train-labels-idx1-ubyte", tests::idxLabels(5).substr(0, 9));
    Run run(std::make_shared<FakeEngine>());
    run.training.start(mnistRequest(folder.path()));
    QVERIFY(run.failed.wait());
    QVERIFY(!run.training.isRunning());
    const auto error = run.failed.at(0).at(0).value<Error>();
    QCOMPARE(error.code, ErrorCode::Damaged);
    QCOMPARE(error.file, (folder.path() / "train-labels-idx1-ubyte").string());
}

void TrainingTest::stopsWhileTheDataIsRead()
{
    Run run(std::make_shared<FakeEngine>());
    TrainingRequest request = syntheticRequest(1);
    request.data.synthetic = 1'000'000; // minutes, were it not stopped
    run.training.start(request);
    run.training.stop();
    QVERIFY(run.finished.wait());
    QVERIFY(run.outcome().stopped);
    QVERIFY(run.outcome().model == nullptr);
    QCOMPARE(run.dataRead.size(), 0);
}

void TrainingTest::measuresAStoppedModel()
{
    const auto engine = std::make_shared<GatedEngine>();
    Run run(engine);
    run.training.start(syntheticRequest(5));
    QVERIFY(engine->epochDone.tryAcquire(1, 10'000));
    engine->go.release();
    QVERIFY(engine->epochDone.tryAcquire(1, 10'000));
    run.training.stop();
    QVERIFY(run.finished.wait());
    const TrainingOutcome outcome = run.outcome();
    QVERIFY(outcome.stopped);
    QVERIFY(outcome.model != nullptr);
    QCOMPARE(run.events.size(), std::size_t{6});
    // The fake model reads everything as 7, and one of the ten test digits is one.
    QCOMPARE(outcome.testAccuracy, std::optional(0.1));
}

void TrainingTest::startsOnlyOneRunAtATime()
{
    const auto engine = std::make_shared<GatedEngine>();
    Run run(engine);
    run.training.start(syntheticRequest(1));
    run.training.start(syntheticRequest(1));
    engine->go.release(2);
    QVERIFY(run.finished.wait());
    // Were there a second one, it would come before the answer to this question.
    QSignalSpy checked(&run.training, &Training::folderChecked);
    run.training.checkFolder(QStringLiteral("nowhere"));
    QVERIFY(checked.wait());
    QCOMPARE(run.finished.size(), 1);
}

void TrainingTest::runsAgainAfterwards()
{
    const auto engine = std::make_shared<GatedEngine>();
    Run run(engine);
    run.training.start(syntheticRequest(2));
    QVERIFY(engine->epochDone.tryAcquire(1, 10'000));
    run.training.stop();
    QVERIFY(run.finished.wait());
    engine->go.release(2);
    run.training.start(syntheticRequest(2));
    QVERIFY(run.finished.wait());
    QVERIFY(!run.finished.at(1).at(0).value<TrainingOutcome>().stopped);
}

void TrainingTest::endsInTheMiddleOfARun()
{
    const auto engine = std::make_shared<GatedEngine>();
    Run run(engine);
    run.training.start(syntheticRequest(1000));
    QVERIFY(engine->epochDone.tryAcquire(1, 10'000));
    run.training.stopAndWait();
    QVERIFY(!run.training.isRunning());
    QVERIFY(!engine->epochDone.tryAcquire()); // it did not go on
    QCoreApplication::processEvents();
    QCOMPARE(run.finished.size(), 0);
    run.training.start(syntheticRequest(1));
    QVERIFY(!run.training.isRunning());
}

void TrainingTest::isNicerThanTheWindow()
{
#ifdef Q_OS_LINUX
    class NiceEngine : public FakeEngine {
    public:
        std::vector<Device> devices() const override
        {
            nice = getpriority(PRIO_PROCESS, 0);
            return FakeEngine::devices();
        }
        mutable std::atomic<int> nice = 0;
    };
    const auto engine = std::make_shared<NiceEngine>();
    const int ours = getpriority(PRIO_PROCESS, 0);
    Training training;
    QSignalSpy found(&training, &Training::devicesFound);
    training.setEngine(engine);
    QVERIFY(found.wait());
    QCOMPARE(engine->nice.load(), std::min(19, ours + 10));
    QCOMPARE(getpriority(PRIO_PROCESS, 0), ours);
#else
    QSKIP("the priority of a thread is looked up in Linux's way");
#endif
}

QTEST_GUILESS_MAIN(TrainingTest)
#include "training_test.moc"
