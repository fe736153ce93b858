// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/ink_mime.h"

#include "core/data/ink_file.h"

#include <QByteArray>
#include <QTest>

using namespace digitpad;

class InkMimeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void isLabelledInkWithoutItsLabel();
    void readsPointsWithoutPressure();
    void keepsToThePaper();
    void refuses_data();
    void refuses();
};

void InkMimeTest::comesBackAsItWas()
{
    const Drawing drawing = {{{{0.1, 0.25}, 0.3}, {{1.0 / 3, 0.5}, 1.0}}, {{{0, 1}, 0}}};
    QCOMPARE(inkFromJson(inkToJson(drawing)), drawing);
}

void InkMimeTest::isLabelledInkWithoutItsLabel()
{
    const auto sample =
        parseInkSample(inkToJson({{{{0.5, 0.25}, 0.3}, {{0.5, 0.75}, 0.3}}}).toStdString());
    QVERIFY(sample.has_value());
    QCOMPARE(sample->ink, (Ink{{{0.5, 0.25}, {0.5, 0.75}}}));
}

void InkMimeTest::readsPointsWithoutPressure()
{
    const Drawing expected = {{{{0.5, 0.25}, 0.5}}};
    QCOMPARE(inkFromJson(R"({"label": 7, "strokes": [[[0.5, 0.25]]]})"), expected);
}

void InkMimeTest::keepsToThePaper()
{
    const Drawing expected = {{{{1, 0}, 1}}};
    QCOMPARE(inkFromJson(R"({"strokes": [[[1e300, -5, 7]]]})"), expected);
}

void InkMimeTest::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("strokes");
    QTest::newRow("cut short") << QByteArray(R"({"strokes": [[[0.5, 0.25])");
    QTest::newRow("a list") << QByteArray(R"([[[0.5, 0.25]]])");
    QTest::newRow("no strokes") << QByteArray(R"({"strokes": []})");
    QTest::newRow("empty strokes") << QByteArray(R"({"strokes": [[], []]})");
    QTest::newRow("one coordinate") << QByteArray(R"({"strokes": [[[0.5]]]})");
    QTest::newRow("words for numbers") << QByteArray(R"({"strokes": [[["0.5", "0.5"]]]})");
    QTest::newRow("points too deep") << QByteArray(R"({"strokes": [[[[0.5, 0.5]]]]})");
    QTest::newRow("nested without end") << QByteArray(100'000, '[');
    QTest::newRow("a million points and one")
        << R"({"strokes": [[)" + QByteArray("[0,0],").repeated(1'000'000) + "[0,0]]]}";
}

void InkMimeTest::refuses()
{
    QFETCH(const QByteArray, json);
    QVERIFY(!inkFromJson(json));
}

QTEST_APPLESS_MAIN(InkMimeTest)
#include "ink_mime_test.moc"
