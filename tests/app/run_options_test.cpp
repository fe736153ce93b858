// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/run_options.h"

#include <QLocale>
#include <QTest>

using namespace digitpad;
using namespace Qt::StringLiterals;

namespace {

StoredRun runWith(const TrainingOptions& options)
{
    StoredRun run;
    run.summary.options = options;
    run.summary.data = u"MNIST"_s;
    return run;
}

/// "option: value / value", a line for each that differs.
QStringList differences(const std::vector<StoredRun>& runs)
{
    std::vector<const StoredRun*> pointers;
    for (const StoredRun& run : runs) {
        pointers.push_back(&run);
    }
    QStringList lines;
    for (const RunDifference& difference : runDifferences(pointers)) {
        lines << difference.option + u": "_s + difference.values.join(u" / "_s);
    }
    return lines;
}

} // namespace

class RunOptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void tellsOnlyWhatDiffers()
    {
        std::vector<StoredRun> runs(3, runWith({}));
        QCOMPARE(differences(runs), QStringList());
        runs[0].summary.options.learningRate = 0.1;
        runs[1].summary.options.learningRate = 0.01;
        runs[2].summary.options.learningRate = 0.001;
        QCOMPARE(differences(runs), QStringList{u"learning rate: 0.1 / 0.01 / 0.001"_s});
    }

    void noOptionIsForgotten_data()
    {
        using Change = void (*)(StoredRun&);
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* name, Change change, const QString& told) {
            QTest::newRow(name) << change << told;
        };
        row(
            "data", [](StoredRun& run) { run.summary.data = u"own"_s; }, u"data: MNIST / own"_s);
        row(
            "epochs", [](StoredRun& run) { run.summary.options.epochs = 7; }, u"epochs: 5 / 7"_s);
        row(
            "batch", [](StoredRun& run) { run.summary.options.batchSize = 1024; },
            u"batch size: 64 / 1,024"_s);
        row(
            "seed", [](StoredRun& run) { run.summary.options.seed = 4242; }, u"seed: 42 / 4242"_s);
        row(
            "hidden", [](StoredRun& run) { run.summary.options.hiddenUnits = 32; },
            u"hidden units: 128 / 32"_s);
        row(
            "augmentation",
            [](StoredRun& run) { run.summary.options.augmentation = strongAugmentation(); },
            u"varied digits: off / on"_s);
        row(
            "one corruption",
            [](StoredRun& run) {
                run.summary.options.augmentation[Corruption::Rotation] = {
                    .share = 0.5, .strength = 1};
            },
            u"varied digits: off / rotation 0.5 × 1"_s);
        row(
            "schedule", [](StoredRun& run) { run.summary.options.schedule = true; },
            u"schedule: off / on"_s);
        row(
            "decay", [](StoredRun& run) { run.summary.options.weightDecay = 0.01; },
            u"weight decay: off / 0.01"_s);
        row(
            "smoothing", [](StoredRun& run) { run.summary.options.labelSmoothing = 0.1; },
            u"label smoothing: off / 0.1"_s);
        row(
            "averaging", [](StoredRun& run) { run.summary.options.averaging = 0.999; },
            u"averaging: off / 0.999"_s);
        row(
            "calibration", [](StoredRun& run) { run.summary.options.calibration = 0.1; },
            u"calibration: off / 0.1"_s);
        row(
            "shuffle", [](StoredRun& run) { run.summary.options.shuffle = false; },
            u"shuffling: on / off"_s);
        row(
            "mean", [](StoredRun& run) { run.summary.options.mean = 0.5; },
            u"mean: 0.1307 / 0.5"_s);
        row(
            "deviation", [](StoredRun& run) { run.summary.options.deviation = 0.5; },
            u"deviation: 0.3081 / 0.5"_s);
        row(
            "device", [](StoredRun& run) { run.summary.options.device = "cuda:0"; },
            u"device: cpu / cuda:0"_s);
        row(
            "threads", [](StoredRun& run) { run.summary.options.threads = 2; },
            u"threads: 0 / 2"_s);
        row(
            "changed on the way",
            [](StoredRun& run) {
                run.changes = {
                    {.epoch = 2, .batch = 0, .controls = {.learningRate = 0.001, .epochs = 8}},
                    {.epoch = 3, .batch = 0, .controls = {.learningRate = 1e-4, .epochs = 8}}};
            },
            u"epochs: 5 / 5 → 8, learning rate: 0.001 / 0.001 → 0.0001"_s);
    }

    void noOptionIsForgotten()
    {
        using Change = void (*)(StoredRun&);
        QFETCH(const Change, change);
        QFETCH(const QString, told);
        std::vector<StoredRun> runs(2, runWith({}));
        change(runs[1]);
        QCOMPARE(differences(runs).join(u", "_s), told);
    }

    void aNetworksOwnOptionsGoWithItsName()
    {
        TrainingOptions own = defaultOptions("convnet");
        own.epochs = 5;
        own.batchSize = 64;
        own.learningRate = 0.001;
        std::vector<StoredRun> runs{runWith(defaultOptions("simple-nn")), runWith(own)};
        QCOMPARE(differences(runs), QStringList{u"network: simple-nn / convnet"_s});
        runs[1].summary.options.averaging = 0.5;
        QCOMPARE(
            differences(runs),
            (QStringList{u"network: simple-nn / convnet"_s, u"averaging: off / 0.5"_s}));
    }

    void oneRunDiffersFromNothing()
    {
        QVERIFY(differences({runWith({})}).isEmpty());
        QVERIFY(differences({}).isEmpty());
    }

    void saysWhatTellsARun()
    {
        const std::vector<RunDifference> found{
            {.option = u"network"_s, .values = {u"a"_s, u"b"_s}},
            {.option = u"hidden units"_s, .values = {u"32"_s, {}}}};
        QCOMPARE(differencesOf(found, 0), u"network a · hidden units 32"_s);
        QCOMPARE(differencesOf(found, 1), u"network b"_s);
    }

    void tellsMostInATable()
    {
        TrainingOptions options = defaultOptions("simple-nn");
        QCOMPARE(tellingOptions(options), u"learning rate 0.001 · batch size 64"_s);
        options.hiddenUnits = 32;
        options.weightDecay = 0.1;
        QCOMPARE(
            tellingOptions(options),
            u"learning rate 0.001 · batch size 64 · hidden units 32 · weight decay 0.1"_s);
    }
};

QTEST_GUILESS_MAIN(RunOptionsTest)
#include "run_options_test.moc"
