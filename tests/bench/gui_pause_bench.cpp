// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window stands still: the longest gap between two turns of the GUI thread's event
// loop, with the real window, engine and training on all cores. Prints milliseconds; the bound
// is 50.
#include "app/draw/canvas.h"
#include "app/draw/draw_page.h"
#include "app/engine_module.h"
#include "app/model_file.h"
#include "app/recognition/recognition.h"
#include "app/shell/main_window.h"
#include "app/shell/page_tabs.h"
#include "app/training/training_actions.h"
#include "app/training/training_page.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QMouseEvent>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

using namespace digitpad;
using namespace std::chrono_literals;

namespace {

constexpr double kBound = 50; // milliseconds

/// Runs the event loop for a while and gives the longest gap between its turns in milliseconds.
double longestPause(std::chrono::milliseconds duration)
{
    QEventLoop loop;
    QElapsedTimer sinceLast;
    double longest = 0;
    QTimer turn;
    turn.setTimerType(Qt::PreciseTimer);
    QObject::connect(&turn, &QTimer::timeout, [&] {
        longest = std::max(longest, static_cast<double>(sinceLast.nsecsElapsed()) / 1e6);
        sinceLast.start();
    });
    QTimer::singleShot(duration, &loop, &QEventLoop::quit);
    sinceLast.start();
    turn.start(1ms);
    loop.exec();
    return longest;
}

/// Draws ovals on the canvas, an event every 8 ms as a mouse sends them, a stroke a second.
class Hand : public QObject {
public:
    explicit Hand(QWidget& canvas) : m_canvas(canvas)
    {
        connect(&m_timer, &QTimer::timeout, this, &Hand::move);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(8ms);
    }

private:
    void move()
    {
        constexpr int kEventsAStroke = 125;
        const int step = m_step++ % kEventsAStroke;
        const double angle = step * 2 * 3.14159265 / kEventsAStroke;
        const QPointF place(
            m_canvas.width() * (0.5 + 0.25 * std::sin(angle)),
            m_canvas.height() * (0.5 - 0.35 * std::cos(angle)));
        const bool last = step == kEventsAStroke - 1;
        const QEvent::Type type = step == 0 ? QEvent::MouseButtonPress
                                  : last    ? QEvent::MouseButtonRelease
                                            : QEvent::MouseMove;
        QMouseEvent event(
            type, place, m_canvas.mapToGlobal(place), Qt::LeftButton,
            last ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&m_canvas, &event);
    }

    QWidget& m_canvas;
    QTimer m_timer;
    int m_step = 0;
};

bool report(const char* what, double milliseconds)
{
    std::printf("%-52s %6.1f ms, bound %.0f ms\n", what, milliseconds, kBound);
    return milliseconds < kBound;
}

} // namespace

int main(int argc, char** argv)
{
    chooseBlasKernel();
    const QTemporaryDir home; // no settings, no interrupted run
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    QApplication application(argc, argv);
    QSettings().setValue(QStringLiteral("training/epochs"), 10000); // long enough to be stopped

    Appearance appearance(application);
    Recognition recognition(loadEngine);
    MainWindow window(recognition, appearance);
    window.show();
    QEventLoop ready;
    QObject::connect(&recognition, &Recognition::modelChanged, &ready, &QEventLoop::quit);
    QObject::connect(&recognition, &Recognition::engineFailed, &ready, [&ready] { ready.exit(1); });
    QTimer::singleShot(
        0, &recognition, [&] { recognition.start(kDefaultModelFile, QStringLiteral("cpu")); });
    if (ready.exec() != 0) {
        std::fputs("the engine could not be loaded\n", stderr);
        return EXIT_FAILURE;
    }

    const Hand hand(*window.findChild<DrawPage*>()->findChild<Canvas*>());
    auto* training = window.findChild<TrainingPage*>();
    bool held = report("longest pause, drawing", longestPause(5s));
    training->trainingActions().start->trigger();
    longestPause(3s); // while it makes its data
    held &= report("longest pause, drawing while it trains", longestPause(10s));
    window.findChild<PageTabs*>()->setCurrentIndex(2);
    held &= report("longest pause, watching the chart while it trains", longestPause(10s));
    const bool trained = training->isTraining();
    training->stopAndWait();
    if (!trained) {
        std::fputs("the training ended early: what was measured does not count\n", stderr);
        return EXIT_FAILURE;
    }
    return held ? EXIT_SUCCESS : EXIT_FAILURE;
}
