// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/background.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>
#include <vector>

using namespace digitpad;

class BackgroundTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void worksElsewhereAndAnswersHere();
    void restartsWithoutTheOldAnswer();
    void followsWithTheNewest();
    void postsUntilItIsStopped();
    void waitsForItsWork();
};

void BackgroundTest::worksElsewhereAndAnswersHere()
{
    Background background;
    int answer = 0;
    bool elsewhere = false;
    background.restart(
        [here = QThread::currentThread()](const BackgroundTask&) {
            return QThread::currentThread() != here;
        },
        [&](bool value) {
            elsewhere = value;
            answer = 1;
        });
    QVERIFY(background.isBusy());
    QTRY_COMPARE(answer, 1);
    QVERIFY(elsewhere);
    QVERIFY(!background.isBusy());
}

void BackgroundTest::restartsWithoutTheOldAnswer()
{
    Background background;
    QSemaphore begun;
    std::vector<int> answers;
    const auto done = [&](int value) { answers.push_back(value); };
    background.restart(
        [&](const BackgroundTask& task) {
            begun.release();
            while (!task.stop().stop_requested()) {
                QThread::yieldCurrentThread();
            }
            return 1;
        },
        done);
    begun.acquire();
    background.restart([](const BackgroundTask&) { return 2; }, done);
    QTRY_COMPARE(answers, std::vector<int>{2});
}

void BackgroundTest::followsWithTheNewest()
{
    Background background;
    QSemaphore gate;
    std::vector<int> answers;
    for (int i = 1; i <= 4; ++i) {
        background.follow(
            [&gate, i](const BackgroundTask&) {
                gate.acquire();
                return i;
            },
            [&](int value) { answers.push_back(value); });
    }
    gate.release(4);
    const std::vector<int> expected{1, 4};
    QTRY_COMPARE(answers, expected);
}

void BackgroundTest::postsUntilItIsStopped()
{
    Background background;
    QSemaphore posted;
    int calls = 0;
    bool answered = false;
    background.restart(
        [&](const BackgroundTask& task) {
            task.post([&] { ++calls; });
            posted.release();
            while (!task.stop().stop_requested()) {
                QThread::yieldCurrentThread();
            }
            task.post([&] { ++calls; });
            posted.release();
            return 0;
        },
        [&](int) { answered = true; });
    posted.acquire();
    QTRY_COMPARE(calls, 1);
    background.stop();
    QVERIFY(!background.isBusy());
    posted.acquire();
    QCoreApplication::processEvents();
    QCOMPARE(calls, 1);
    QVERIFY(!answered);
}

void BackgroundTest::waitsForItsWork()
{
    std::atomic<bool> ended = false;
    {
        Background background;
        QSemaphore begun;
        background.restart(
            [&](const BackgroundTask& task) {
                begun.release();
                while (!task.stop().stop_requested()) {
                    QThread::yieldCurrentThread();
                }
                ended = true;
                return 0;
            },
            [](int) {});
        begun.acquire();
    }
    QVERIFY(ended);
}

QTEST_GUILESS_MAIN(BackgroundTest)
#include "background_test.moc"
