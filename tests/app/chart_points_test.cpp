// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chart_points.h"

#include "app/training/training_run.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace digitpad;

class ChartPointsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placesLossesAlongTheEpochs();
    void leavesOutWhatIsNoNumber();
    void takesTheMeansOfShortEpochs();
    void givesAccuraciesInPercent();
    void endsTheAxisOnARoundStep_data();
    void endsTheAxisOnARoundStep();
    void beginsTheAccuracyWhereItIsInteresting();
    void drawsAtMostTwentyEpochLines();
    void smoothsWithoutLag();
    void keepsThePeaksOfALongRun();
    void zoomsAboutAPlace();
    void staysInsideTheRun();
    void keepsALineThatComesFromOutside();
    void roundsTheAxisAroundWhatIsSeen();
};

void ChartPointsTest::zoomsAboutAPlace()
{
    const ChartRange whole{0, 10};
    QCOMPARE(zoomed(whole, whole, 2, 4), (ChartRange{2, 7})); // 4 stays at two fifths
    QCOMPARE(zoomed({2, 7}, whole, 0.5, 4), whole);
    QCOMPARE(zoomed({2, 7}, whole, 0.01, 4), whole);
    const ChartRange closest = zoomed(whole, whole, 1e9, 4);
    QVERIFY(closest.to - closest.from >= 10.0 / 500 - 1e-9);
    QVERIFY(closest.from <= 4 && closest.to >= 4);
}

void ChartPointsTest::staysInsideTheRun()
{
    const ChartRange whole{0, 10};
    QCOMPARE(panned({2, 7}, whole, 1), (ChartRange{3, 8}));
    QCOMPARE(panned({2, 7}, whole, 5), (ChartRange{5, 10}));
    QCOMPARE(panned({2, 7}, whole, -5), (ChartRange{0, 5}));
    QCOMPARE(panned(whole, whole, 3), whole);
    QCOMPARE(zoomed({0, 1}, whole, 0.5, 0), (ChartRange{0, 2}));
    QCOMPARE(zoomed({9, 10}, whole, 0.5, 9), (ChartRange{8, 10}));
}

void ChartPointsTest::keepsALineThatComesFromOutside()
{
    const std::vector<QPointF> points{{0, 5}, {1, 4}, {2, 3}, {3, 2}, {4, 1}};
    QCOMPARE(within(points, {1.5, 2.5}), (std::vector<QPointF>{{1, 4}, {2, 3}, {3, 2}}));
    QCOMPARE(within(points, {0, 4}), points);
    QCOMPARE(within(points, {2.2, 2.4}), (std::vector<QPointF>{{2, 3}, {3, 2}}));
    QCOMPARE(within(points, {5, 6}), (std::vector<QPointF>{{4, 1}}));
    QVERIFY(within({}, {0, 1}).empty());
}

void ChartPointsTest::roundsTheAxisAroundWhatIsSeen()
{
    const auto holds = [](double lowest, double highest) {
        const ChartRange axis = axisAround(lowest, highest);
        constexpr double kRounding = 1e-9;
        return axis.from <= lowest + kRounding && axis.to >= highest - kRounding &&
               axis.to > axis.from;
    };
    QCOMPARE(axisAround(0.05, 0.1), (ChartRange{0.05, 0.1}));
    for (const double lowest : {-1.0, 0.0, 0.0413, 0.6, 123.4}) {
        for (const double range : {0.0, 1e-6, 0.003, 0.7, 1000.0}) {
            QVERIFY2(holds(lowest, lowest + range), qPrintable(QString::number(lowest)));
        }
    }
}

void ChartPointsTest::placesLossesAlongTheEpochs()
{
    TrainingRun run;
    run.losses = {
        {.epoch = 1, .epochs = 2, .batch = 100, .batches = 400, .loss = 0.9},
        {.epoch = 2, .epochs = 2, .batch = 400, .batches = 400, .loss = 0.1}};
    QCOMPARE(lossPoints(run), (std::vector<QPointF>{{0.25, 0.9}, {2, 0.1}}));
}

void ChartPointsTest::leavesOutWhatIsNoNumber()
{
    TrainingRun run;
    run.losses = {
        {.epoch = 1, .epochs = 1, .batch = 100, .batches = 200, .loss = 0.5},
        {.epoch = 1,
         .epochs = 1,
         .batch = 200,
         .batches = 200,
         .loss = std::numeric_limits<double>::quiet_NaN()}};
    QCOMPARE(lossPoints(run).size(), 1U);
}

void ChartPointsTest::takesTheMeansOfShortEpochs()
{
    TrainingRun run;
    run.epochs = {
        {.epoch = 1,
         .epochs = 2,
         .batches = 0,
         .trainingLoss = 2,
         .testLoss = {},
         .testAccuracy = {}},
        {.epoch = 2,
         .epochs = 2,
         .batches = 0,
         .trainingLoss = 1,
         .testLoss = {},
         .testAccuracy = {}}};
    QCOMPARE(lossPoints(run), (std::vector<QPointF>{{1, 2}, {2, 1}}));
    QVERIFY(accuracyPoints(run).empty());
}

void ChartPointsTest::givesAccuraciesInPercent()
{
    TrainingRun run;
    run.epochs = {
        {.epoch = 3,
         .epochs = 5,
         .batches = 0,
         .trainingLoss = 1,
         .testLoss = 0.5,
         .testAccuracy = 0.75}};
    QCOMPARE(accuracyPoints(run), (std::vector<QPointF>{{3, 75}}));
}

void ChartPointsTest::endsTheAxisOnARoundStep_data()
{
    QTest::addColumn<double>("largest");
    QTest::addColumn<double>("top");
    QTest::newRow("nothing yet") << 0.0 << 1.0;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << 1.0;
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << 1.0;
    QTest::newRow("MNIST's first point") << 0.73 << 1.0;
    QTest::newRow("a little more than a step") << 1.01 << 1.25;
    QTest::newRow("untrained") << 2.3026 << 2.5;
    QTest::newRow("small") << 0.0042 << 0.005;
    QTest::newRow("large") << 6100.0 << 10000.0;
}

void ChartPointsTest::endsTheAxisOnARoundStep()
{
    QFETCH(double, largest);
    QFETCH(double, top);
    QCOMPARE(axisTop(largest), top);
}

void ChartPointsTest::beginsTheAccuracyWhereItIsInteresting()
{
    QCOMPARE(accuracyFloor(97.5), 95.0);
    QCOMPARE(accuracyFloor(94.9), 90.0);
    QCOMPARE(accuracyFloor(80), 80.0);
    QCOMPARE(accuracyFloor(79.9), 50.0);
    QCOMPARE(accuracyFloor(9.8), 0.0);
}

void ChartPointsTest::drawsAtMostTwentyEpochLines()
{
    QCOMPARE(epochStep(1), 1);
    QCOMPARE(epochStep(20), 1);
    QCOMPARE(epochStep(30), 2);
    QCOMPARE(epochStep(100), 5);
    QCOMPARE(epochStep(10'000), 500);
}

void ChartPointsTest::smoothsWithoutLag()
{
    std::vector<QPointF> line;
    std::vector<QPointF> noisy;
    for (int i = 0; i < 50; ++i) {
        line.emplace_back(i, 100 - 2 * i);
        noisy.emplace_back(i, i % 2);
    }
    // A straight fall stays where it is, to its last point; noise goes to its mean.
    const std::vector<QPointF> same = smoothed(line, 5);
    QCOMPARE(same.size(), line.size());
    for (std::size_t i = 0; i < line.size(); ++i) {
        QVERIFY(std::abs(same[i].y() - line[i].y()) < 1e-9);
    }
    QVERIFY(std::abs(smoothed(noisy, 5)[25].y() - 0.5) < 0.02);
    QVERIFY(smoothed({}, 5).empty());
}

void ChartPointsTest::keepsThePeaksOfALongRun()
{
    std::vector<QPointF> points;
    for (int i = 0; i < 100'000; ++i) {
        points.emplace_back(i, i == 54'321 ? 9 : i == 77'777 ? -9 : std::sin(i * 0.01));
    }
    const std::vector<QPointF> fewer = thinned(points, 2000);
    QVERIFY(fewer.size() <= 2002);
    QVERIFY(std::find(fewer.begin(), fewer.end(), points[54'321]) != fewer.end());
    QVERIFY(std::find(fewer.begin(), fewer.end(), points[77'777]) != fewer.end());
    QVERIFY(std::is_sorted(fewer.begin(), fewer.end(), [](const QPointF& a, const QPointF& b) {
        return a.x() < b.x();
    }));
    QCOMPARE(thinned(fewer, 2002), fewer);
}

QTEST_APPLESS_MAIN(ChartPointsTest)
#include "chart_points_test.moc"
