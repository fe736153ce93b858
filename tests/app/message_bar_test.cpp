// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/message_bar.h"

#include "app/shell/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace digitpad;

class MessageBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItIsToldAndIsReadOut();
    void closesOnEscape();
    void offersAnActionOnce();
    void offersAWayBackForAWhile();
    void withdrawsWhatItSaysOnly();
    void followsThePalette();
};

void MessageBarTest::saysWhatItIsToldAndIsReadOut()
{
    QWidget window;
    MessageBar bar(&window);
    window.show();
    QVERIFY(!bar.isVisible());
    bar.warn(QStringLiteral("Something"));
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.accessibleName(), QStringLiteral("Something"));
    QVERIFY(!bar.findChild<QPushButton*>()->isVisible());
}

void MessageBarTest::closesOnEscape()
{
    QWidget window;
    MessageBar bar(&window);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    bar.warn(QStringLiteral("Something"));
    QTest::keyClick(&window, Qt::Key_Escape);
    QVERIFY(!bar.isVisible());
}

void MessageBarTest::offersAnActionOnce()
{
    QWidget window;
    MessageBar bar(&window);
    window.show();
    int acted = 0;
    bar.offer(QStringLiteral("Text"), QStringLiteral("Do it"), [&] { ++acted; });
    auto* button = bar.findChild<QPushButton*>();
    QVERIFY(button->isVisible());
    button->click();
    QCOMPARE(acted, 1);
    QVERIFY(!bar.isVisible());
}

void MessageBarTest::offersAWayBackForAWhile()
{
    QWidget window;
    MessageBar bar(&window);
    window.show();
    int undone = 0;
    bar.offerUndo(QStringLiteral("Kept as a 4"), [&] { ++undone; });
    const auto* timer = bar.findChild<QTimer*>();
    QVERIFY(timer->isActive() && timer->interval() >= 10'000);
    auto* button = bar.findChild<QPushButton*>();
    QVERIFY(button->isVisible());
    button->click();
    QCOMPARE(undone, 1);
    QVERIFY(!bar.isVisible());
}

void MessageBarTest::withdrawsWhatItSaysOnly()
{
    QWidget window;
    MessageBar bar(&window);
    window.show();
    bar.warn(QStringLiteral("Something"));
    bar.withdraw(QStringLiteral("Something else"));
    QVERIFY(bar.isVisible());
    bar.withdraw(QStringLiteral("Something"));
    QVERIFY(!bar.isVisible());
}

void MessageBarTest::followsThePalette()
{
    QWidget window;
    MessageBar bar(&window);
    window.show();
    const auto icon = [&bar] {
        for (const QLabel* label : bar.findChildren<QLabel*>()) {
            if (const QPixmap pixmap = label->pixmap(); !pixmap.isNull()) {
                return pixmap.toImage();
            }
        }
        return QImage();
    };
    theme::apply(*qApp, false, true);
    bar.warn(QStringLiteral("Something"));
    const QImage light = icon();
    theme::apply(*qApp, true, true);
    QTRY_VERIFY(icon() != light);
    const QImage turned = icon();
    bar.warn(QStringLiteral("Something"));
    QVERIFY(!light.isNull());
    QCOMPARE(turned, icon());
}

QTEST_MAIN(MessageBarTest)
#include "message_bar_test.moc"
