// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/error_text.h"

#include <QTest>

using namespace digitpad;

class ErrorTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesFileAndDetail();
    void prefersTheSubject();
    void speaksOfAFileWithoutName();
    void leavesPlaceMarkersInNamesAlone();
    void hasWordsForEveryCode();
};

void ErrorTextTest::namesFileAndDetail()
{
    const QString text = describe(damaged("/data/train-images", 4, "60000 images", "59999"));
    QVERIFY2(text.contains(QStringLiteral("/data/train-images")), qPrintable(text));
    QVERIFY2(
        text.contains(QStringLiteral("byte 4: expected 60000 images, found 59999")),
        qPrintable(text));
}

void ErrorTextTest::prefersTheSubject()
{
    const QString text = describe(
        {.code = ErrorCode::Blank, .detail = {}, .file = "/a/b.png"}, QStringLiteral("b.png"));
    QVERIFY2(text.contains(QStringLiteral(" b.png")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("/a/")), qPrintable(text));
}

void ErrorTextTest::speaksOfAFileWithoutName()
{
    const QString text = describe({.code = ErrorCode::Damaged, .detail = "x", .file = {}});
    QVERIFY2(text.startsWith(QStringLiteral("this file")), qPrintable(text));
}

void ErrorTextTest::leavesPlaceMarkersInNamesAlone()
{
    const QString text =
        describe({.code = ErrorCode::Damaged, .detail = "%1 and %2", .file = "100%2.png"});
    QVERIFY2(text.contains(QStringLiteral("100%2.png")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("%1 and %2")), qPrintable(text));
}

void ErrorTextTest::hasWordsForEveryCode()
{
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const QString text =
            describe({.code = static_cast<ErrorCode>(code), .detail = "DETAIL", .file = "FILE"});
        QVERIFY(!text.isEmpty());
        QVERIFY2(
            text.contains(QStringLiteral("FILE")) || text.contains(QStringLiteral("DETAIL")),
            qPrintable(text));
        QVERIFY2(!text.contains(QLatin1Char('%')), qPrintable(text));
        QVERIFY2(!text.contains(QLatin1Char('\x1f')), qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(ErrorTextTest)
#include "error_text_test.moc"
