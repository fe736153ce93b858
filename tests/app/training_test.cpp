// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training.h"

#include "app/checkpoint_file.h"
#include "app/engine_module.h"
#include "tests/app/gated_engine.h"
#include "tests/core/checkpoints.h"
#include "tests/core/idx_bytes.h"
#include "tests/core/temporary_folder.h"

#include <QSignalSpy>
#include <QTemporaryDir>
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
    QSignalSpy paused{&training, &Training::pausedChanged};
    QSignalSpy found{&training, &Training::runFound};
    QSignalSpy checkpointFailed{&training, &Training::checkpointFailed};
};

/// Remembers the learning rate of every batch.
class RateEngine : public GatedEngine {
public:
    Result<TrainingResult> resume(
        const Dataset& training, const Dataset& test, const Checkpoint& from,
        const std::string& dataName, const TrainingCallbacks& callbacks,
        const std::stop_token& stop) const override
    {
        TrainingCallbacks noted = callbacks;
        noted.beforeBatch = [&](TrainingControls& controls) {
            callbacks.beforeBatch(controls);
            rates.push_back(controls.learningRate);
        };
        return GatedEngine::resume(training, test, from, dataName, noted, stop);
    }
    mutable std::vector<double> rates;
};

} // namespace

class TrainingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheDevices();
    void tellsEverythingInOrder();
    void readsMnist();
    void countsWhatIsNoDigit();
    void saysWhyTheDataCannotBeRead();
    void stopsWhileTheDataIsRead();
    void measuresAStoppedModel();
    void startsOnlyOneRunAtATime();
    void runsAgainAfterwards();
    void endsInTheMiddleOfARun();
    void waitsWhilePaused();
    void stopsWhilePaused();
    void changesTheLearningRate();
    void givesOneEpochMore();
    void goesOnAfterwards();
    void goesOnFromACheckpoint();
    void saysWhyACheckpointCannotBeUsed();
    void goesOnWithoutCheckpoints();
    void keepsWhatWasGoodWhereItDiverges();
    void endsAsTheUninterruptedRunDoes();
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
    QSignalSpy found(&run.training, &Training::devicesFound);
    run.training.setEngine(engine);
    QVERIFY(found.wait());
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

void TrainingTest::waitsWhilePaused()
{
    const QTemporaryDir folder;
    const auto engine = std::make_shared<GatedEngine>();
    Run run(engine);
    TrainingRequest request = syntheticRequest(3);
    request.checkpointFile = folder.filePath(QStringLiteral("a new folder/") + kCheckpointName);
    run.training.start(request);
    QVERIFY(engine->epochDone.tryAcquire(1, 10'000));
    run.training.pause();
    engine->go.release(3);
    QVERIFY(run.paused.wait());
    QCOMPARE(run.paused.takeFirst(), QVariantList{true});
    QVERIFY(run.training.isRunning());
    QCOMPARE(run.events.size(), std::size_t{3}); // all of the first epoch was told
    QVERIFY(!engine->epochDone.tryAcquire());
    // What was learnt is on the disk: a lid may be closed over it.
    QTRY_VERIFY(readCheckpointFile(request.checkpointFile).has_value());
    const auto kept = readCheckpointFile(request.checkpointFile);
    QCOMPARE(kept->epochs.size(), std::size_t{1});
    QCOMPARE(kept->batch, 0);
    run.training.resume();
    QVERIFY(run.finished.wait());
    QCOMPARE(run.paused, (QList<QVariantList>{{false}}));
    QCOMPARE(run.events.size(), std::size_t{9});
    QVERIFY(!run.outcome().stopped);
    QVERIFY(readCheckpointFile(request.checkpointFile)->isDone());
}

void TrainingTest::stopsWhilePaused()
{
    const auto engine = std::make_shared<GatedEngine>();
    Run run(engine);
    const auto startAndPause = [&] {
        run.training.start(syntheticRequest(3));
        const bool begun = engine->epochDone.tryAcquire(1, 10'000);
        run.training.pause();
        engine->go.release();
        return begun && run.paused.wait();
    };
    QVERIFY(startAndPause());
    run.training.stop();
    QVERIFY(run.finished.wait());
    QVERIFY(run.outcome().stopped);
    QVERIFY(run.outcome().canGoOn);

    QVERIFY(startAndPause());
    run.training.stopAndWait();
    QVERIFY(!run.training.isRunning());
}

void TrainingTest::changesTheLearningRate()
{
    const auto engine = std::make_shared<RateEngine>();
    Run run(engine);
    run.training.setLearningRate(5); // of no run
    run.training.start(syntheticRequest(2));
    QVERIFY(engine->epochDone.tryAcquire(1, 10'000));
    run.training.setLearningRate(0.25);
    engine->go.release(2);
    QVERIFY(run.finished.wait());
    QCOMPARE(engine->rates, (std::vector{1e-3, 1e-3, 0.25, 0.25, 0.25})); // and before the end
}

void TrainingTest::givesOneEpochMore()
{
    const auto engine = std::make_shared<GatedEngine>();
    Run run(engine);
    run.training.start(syntheticRequest(1));
    QVERIFY(engine->epochDone.tryAcquire(1, 10'000)); // the last one, so far
    run.training.addEpoch();
    run.training.addEpoch();
    engine->go.release(3);
    QVERIFY(run.finished.wait());
    QCOMPARE(run.events.size(), std::size_t{9});
    QCOMPARE(std::get<EpochResult>(run.events.back()).epochs, 3);
}

void TrainingTest::goesOnAfterwards()
{
    const auto engine = std::make_shared<GatedEngine>();
    Run run(engine);
    run.training.start(syntheticRequest(2));
    engine->go.release(2);
    QVERIFY(run.finished.wait());
    QVERIFY(run.outcome().canGoOn);
    run.events.clear();
    run.training.goOn(1);
    QVERIFY(run.training.isRunning());
    engine->go.release(1);
    QVERIFY(run.finished.wait());
    QCOMPARE(run.events.size(), std::size_t{3}); // what is new
    QCOMPARE(std::get<EpochResult>(run.events.back()).epoch, 3);

    run.training.start(syntheticRequest(4));
    QVERIFY(engine->epochDone.tryAcquire(4, 10'000));
    run.training.stop();
    QVERIFY(run.finished.wait());
    run.events.clear();
    run.training.goOn();
    engine->go.release(4);
    QVERIFY(run.finished.wait());
    const auto first = std::get<LossPoint>(run.events.front());
    QCOMPARE(first.epoch, 2);
    QCOMPARE(first.batch, 100);
    QCOMPARE(std::get<EpochResult>(run.events.back()).epoch, 4);
    QVERIFY(!run.finished.last().at(0).value<TrainingOutcome>().stopped);
}

void TrainingTest::goesOnFromACheckpoint()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(kCheckpointName);
    TrainingRequest request = syntheticRequest(3);
    request.options.seed = 9;
    request.checkpointFile = file;
    std::vector<TrainingEvent> told;
    {
        const auto engine = std::make_shared<GatedEngine>();
        Run run(engine);
        run.training.start(request);
        run.training.setLearningRate(0.5);
        QVERIFY(engine->epochDone.tryAcquire(1, 10'000));
        engine->go.release();
        QVERIFY(engine->epochDone.tryAcquire(1, 10'000));
        run.training.stopAndWait(); // as the window is closed
        QCoreApplication::processEvents();
    }
    Run run(std::make_shared<FakeEngine>());
    run.training.startFrom(file);
    QVERIFY(run.finished.wait());
    QCOMPARE(run.found.size(), 1);
    const auto found = run.found.at(0).at(0).value<TrainingRequest>();
    QCOMPARE(found.data, request.data);
    QCOMPARE(found.options.seed, std::uint64_t{9});
    QCOMPARE(found.options.learningRate, 0.5);
    QCOMPARE(found.checkpointFile, file);
    // All of the run in its order, the part before the checkpoint too.
    QCOMPARE(run.events.size(), std::size_t{9});
    for (std::size_t i = 0; i < run.events.size(); ++i) {
        const int epoch = static_cast<int>(i / 3) + 1;
        if (i % 3 == 2) {
            QCOMPARE(std::get<EpochResult>(run.events[i]).epoch, epoch);
        } else {
            QCOMPARE(std::get<LossPoint>(run.events[i]).epoch, epoch);
        }
    }
    QVERIFY(readCheckpointFile(file)->isDone());
}

void TrainingTest::saysWhyACheckpointCannotBeUsed()
{
    const tests::TemporaryFolder folder;
    const auto why = [&](const std::string& bytes) {
        const auto file = folder.write("a.checkpoint", bytes);
        Run run(std::make_shared<FakeEngine>());
        run.training.startFrom(QString::fromStdString(file.string()));
        return run.failed.wait() && !run.training.isRunning()
                   ? run.failed.at(0).at(0).value<Error>()
                   : Error{};
    };
    const std::string nowhere = writeCheckpoint(tests::makeCheckpoint());
    QCOMPARE(why(nowhere).code, ErrorCode::Unsupported); // its note is of somebody else
    QVERIFY(QByteArray::fromStdString(why(nowhere).file).endsWith("a.checkpoint"));
    QCOMPARE(why(nowhere.substr(0, 1000)).code, ErrorCode::Damaged);
    QVERIFY(QByteArray::fromStdString(why("").file).endsWith("a.checkpoint"));
    QCOMPARE(why("").code, ErrorCode::Empty);
}

void TrainingTest::goesOnWithoutCheckpoints()
{
    const tests::TemporaryFolder folder;
    const auto file = folder.write("a file", "no folder");
    Run run(std::make_shared<FakeEngine>());
    TrainingRequest request = syntheticRequest(50);
    request.checkpointFile = QString::fromStdString((file / "x.checkpoint").string());
    run.training.start(request);
    QVERIFY(run.finished.wait());
    QCOMPARE(run.checkpointFailed.size(), 1);
    const auto error = run.checkpointFailed.at(0).at(0).value<Error>();
    QCOMPARE(error.code, ErrorCode::CannotWrite);
    QVERIFY(!error.detail.empty());
    QVERIFY(!run.outcome().stopped);
    QVERIFY(run.outcome().canGoOn); // it is in memory still
}

void TrainingTest::keepsWhatWasGoodWhereItDiverges()
{
    class DivergingEngine : public FakeEngine {
    public:
        Result<TrainingResult> resume(
            const Dataset& training, const Dataset& test, const Checkpoint& from,
            const std::string& dataName, const TrainingCallbacks& callbacks,
            const std::stop_token& stop) const override
        {
            auto result = FakeEngine::resume(training, test, from, dataName, callbacks, stop);
            result->failure =
                Error{.code = ErrorCode::Diverged, .detail = "epoch 2, batch 7", .file = {}};
            return result;
        }
    };
    Run run(std::make_shared<DivergingEngine>());
    run.training.start(syntheticRequest(1));
    QVERIFY(run.finished.wait());
    const TrainingOutcome outcome = run.outcome();
    QVERIFY(outcome.model != nullptr);
    QVERIFY(outcome.failure.has_value());
    QCOMPARE(outcome.failure->code, ErrorCode::Diverged);
    QCOMPARE(outcome.testAccuracy, std::optional(0.1)); // measured, as after a stop
}

void TrainingTest::endsAsTheUninterruptedRunDoes()
{
    const auto engine = loadEngine();
    QVERIFY2(engine.has_value(), engine ? "" : engine.error().detail.c_str());
    const QTemporaryDir folder;
    TrainingRequest request = syntheticRequest(3);
    request.data.synthetic = 800;
    request.options.batchSize = 8;
    Run plain(*engine);
    plain.training.start(request);
    QVERIFY(plain.finished.wait(60'000));

    request.checkpointFile = folder.filePath(kCheckpointName);
    {
        Run run(*engine);
        QObject::connect(
            &run.training, &Training::updated, &run.training, [&run](const TrainingUpdate& update) {
                if (!update.events.empty()) {
                    run.training.stopAndWait();
                }
            });
        run.training.start(request);
        QTRY_VERIFY_WITH_TIMEOUT(!run.training.isRunning(), 60'000);
    }
    Run run(*engine);
    run.training.startFrom(request.checkpointFile);
    QVERIFY(run.finished.wait(60'000));
    QCOMPARE(run.outcome().model->toPth().value(), plain.outcome().model->toPth().value());
    QCOMPARE(run.events, plain.events);
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
