// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/figures.h"

#include <QLocale>
#include <QTest>

#include <numeric>

using namespace digitpad;

/// Numbers that are rounded and still add up.
class FiguresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsUp();
    void roundsEachNumberToANeighbour();
    void givesNothingOfNothing();
    void writesSigns();
};

void FiguresTest::addsUp()
{
    const std::vector<double> thirds{1.0 / 3, 1.0 / 3, 1.0 / 3};
    QCOMPARE(roundedToAddUp(thirds, 1, 2), (std::vector<qint64>{34, 33, 33}));
    const std::vector<double> mixed{-0.126, 0.0049, 2.5009, -1.0001};
    const double sum = std::accumulate(mixed.begin(), mixed.end(), 0.0);
    const auto rounded = roundedToAddUp(mixed, sum, 2);
    QCOMPARE(std::accumulate(rounded.begin(), rounded.end(), qint64{0}), qint64{138});
}

void FiguresTest::roundsEachNumberToANeighbour()
{
    std::vector<double> numbers;
    for (int i = 0; i < 100; ++i) {
        numbers.push_back((i * 7919 % 1000 - 500) / 321.0);
    }
    const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
    const auto rounded = roundedToAddUp(numbers, sum, 3);
    QCOMPARE(std::accumulate(rounded.begin(), rounded.end(), qint64{0}), std::llround(sum * 1000));
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        QVERIFY(std::abs(static_cast<double>(rounded[i]) - numbers[i] * 1000) < 1);
    }
}

void FiguresTest::givesNothingOfNothing()
{
    QVERIFY(roundedToAddUp({}, 0, 3).empty());
    QVERIFY(roundedToAddUp({}, 5, 3).empty());
}

void FiguresTest::writesSigns()
{
    const QLocale english(QLocale::English);
    QCOMPARE(signedText(1.25, 2, english), QStringLiteral("+1.25"));
    QCOMPARE(signedText(-0.5, 2, english), QStringLiteral("-0.50"));
    QCOMPARE(signedText(-0.001, 2, english), QStringLiteral("0.00"));
}

QTEST_MAIN(FiguresTest)
#include "figures_test.moc"
