// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/run_words.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace digitpad;

class RunWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void saysHowLongItTook();
    void saysWhereARunIs();
    void survivesAWildEstimate();
    void writesPercent();
    void countsDigitsApartFromWhatIsNone();
};

void RunWordsTest::saysHowLongItTook()
{
    QCOMPARE(durationText(0.04), QStringLiteral("0.0 s"));
    QCOMPARE(durationText(4.83), QStringLiteral("4.8 s"));
    QCOMPARE(durationText(59.96), QStringLiteral("1 min 0 s"));
    QCOMPARE(durationText(130), QStringLiteral("2 min 10 s"));
    QCOMPARE(durationText(3'900), QStringLiteral("1 h 5 min"));
}

void RunWordsTest::saysWhereARunIs()
{
    const TrainingProgress progress{
        .epoch = 3,
        .epochs = 5,
        .batch = 10,
        .batches = 938,
        .digitsPerSecond = 12'399.4,
        .secondsLeft = 3.2};
    QCOMPARE(progressText(progress), QStringLiteral("epoch 3 of 5 · 12,400 digits/s · 4 s left"));
}

void RunWordsTest::survivesAWildEstimate()
{
    TrainingProgress progress;
    progress.secondsLeft = std::numeric_limits<double>::infinity();
    QVERIFY(progressText(progress).contains(QStringLiteral("left")));
    progress.secondsLeft = std::numeric_limits<double>::quiet_NaN();
    progress.digitsPerSecond = -3;
    QVERIFY(progressText(progress).endsWith(QStringLiteral("· 0 digits/s · 0 s left")));
}

void RunWordsTest::writesPercent()
{
    QCOMPARE(percentText(0.97534), QStringLiteral("97.53 %"));
    QCOMPARE(percentText(1), QStringLiteral("100.00 %"));
}

void RunWordsTest::countsDigitsApartFromWhatIsNone()
{
    QCOMPARE(
        learntFromText({.digits = 60'000, .none = 0, .test = 10'000}),
        QStringLiteral("60,000 digits"));
    QCOMPARE(
        learntFromText({.digits = 60'000, .none = 15'000, .test = 0}),
        QStringLiteral("60,000 digits and 15,000 that are none"));
}

QTEST_APPLESS_MAIN(RunWordsTest)
#include "run_words_test.moc"
