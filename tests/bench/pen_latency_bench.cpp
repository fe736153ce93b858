// SPDX-License-Identifier: GPL-3.0-or-later
// How long the reading lags behind the pen: from a move of the mouse to the bars on the screen that
// show the reading of a drawing with that move in it, in the real window with the real engine;
// while ten strokes are drawn, and the same while it trains on all cores. Prints milliseconds.
#include "app/draw/canvas.h"
#include "app/draw/draw_page.h"
#include "app/draw/probability_bars.h"
#include "app/engine_module.h"
#include "app/model_file.h"
#include "app/recognition/recognition.h"
#include "app/shell/main_window.h"
#include "app/training/training_actions.h"
#include "app/training/training_page.h"
#include "tests/bench/pen_hand.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

using namespace digitpad;
using namespace digitpad::bench;
using namespace std::chrono_literals;

namespace {

constexpr int kStrokes = 10;

/// When a move came, and the id of the last reading that was asked for before it.
struct Move {
    qint64 nanoseconds;
    quint64 askedBefore;
};

/// Watches the window from the moves to the flush of the bars.
class Watch : public QObject {
public:
    Watch(MainWindow& window, const Recognition& recognition)
        : m_window(window),
          m_recognition(recognition),
          m_bars(window.findChild<DrawPage*>()->findChild<ProbabilityBars*>())
    {
        m_clock.start();
        m_window.installEventFilter(this);
        m_bars->installEventFilter(this);
        // After the page's own connection: the bars have it by then.
        connect(&recognition, &Recognition::reading, this, [this](const Reading& reading) {
            m_given = reading.id;
        });
    }

    /// A move is about to be sent.
    void noteMove() { m_moves.push_back({m_clock.nsecsElapsed(), m_recognition.lastId()}); }

    [[nodiscard]] bool isWaiting() const { return !m_moves.empty(); }

    /// The milliseconds of each move whose reading was shown, in ascending order; from then on
    /// anew.
    std::vector<double> take()
    {
        std::ranges::sort(m_latencies);
        return std::exchange(m_latencies, {});
    }

protected:
    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (object == m_bars && event->type() == QEvent::Paint) {
            m_barsPainted = true;
        } else if (object == &m_window && event->type() == QEvent::UpdateRequest) {
            m_barsPainted = false;
            m_window.removeEventFilter(this);
            QApplication::sendEvent(&m_window, event); // paints and flushes
            m_window.installEventFilter(this);
            if (m_barsPainted) {
                count();
            }
            return true;
        }
        return false;
    }

private:
    void count()
    {
        const auto isShown = [this](const Move& move) { return move.askedBefore < m_given; };
        for (const Move& move : m_moves) {
            if (isShown(move)) {
                m_latencies.push_back(
                    static_cast<double>(m_clock.nsecsElapsed() - move.nanoseconds) / 1e6);
            }
        }
        std::erase_if(m_moves, isShown);
    }

    MainWindow& m_window;
    const Recognition& m_recognition;
    ProbabilityBars* m_bars;
    QElapsedTimer m_clock;
    std::vector<Move> m_moves; ///< not shown yet
    std::vector<double> m_latencies;
    quint64 m_given = 0; ///< the id of the reading that the bars have
    bool m_barsPainted = false;
};

/// Ten digits, each on a sheet of its own; then ten on one.
void measure(Canvas& canvas, Watch& watch, const char* when, double bound)
{
    const std::string digits = std::string("a digit, ten times") + when;
    const std::string number = std::string("a number of ten digits") + when;
    for (int stroke = 0; stroke < kStrokes; ++stroke) {
        canvas.clear();
        drawZero(canvas, watch, {0.5, 0.5}, 0.35);
    }
    report(digits.c_str(), watch.take(), bound);
    canvas.clear();
    for (int stroke = 0; stroke < kStrokes; ++stroke) {
        constexpr int kAcross = 5;
        drawZero(
            canvas, watch, {(stroke % kAcross + 0.5) / kAcross, stroke < kAcross ? 0.25 : 0.75},
            0.1);
    }
    report(number.c_str(), watch.take(), bound);
    canvas.clear();
}

} // namespace

int main(int argc, char** argv)
{
    chooseBlasKernel();
    const QTemporaryDir home; // no settings, no interrupted run
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    QCoreApplication::setAttribute(Qt::AA_CompressHighFrequencyEvents, false);
    QApplication application(argc, argv);
    QSettings().setValue(QStringLiteral("training/epochs"), 10000); // long enough to be stopped

    Appearance appearance(application);
    Recognition recognition(loadEngine);
    MainWindow window(recognition, appearance);
    QEventLoop ready;
    QObject::connect(&recognition, &Recognition::modelChanged, &ready, &QEventLoop::quit);
    QObject::connect(&recognition, &Recognition::engineFailed, &ready, [&ready] { ready.exit(1); });
    QObject::connect(&window, &MainWindow::ready, &recognition, [&recognition] {
        recognition.start(kDefaultModelFile, QStringLiteral("cpu"));
    });
    window.show();
    if (ready.exec() != 0) {
        std::fputs("the engine could not be loaded\n", stderr);
        return EXIT_FAILURE;
    }

    auto& canvas = *window.findChild<DrawPage*>()->findChild<Canvas*>();
    Watch watch(window, recognition);
    drawZero(canvas, watch, {0.5, 0.5}, 0.35); // what comes first does not count
    watch.take();
    measure(canvas, watch, "", 16);
    auto* training = window.findChild<TrainingPage*>();
    training->trainingActions().start->trigger();
    wait(3s); // while it makes its data
    measure(canvas, watch, ", while it trains", 33);
    const bool trained = training->isTraining();
    training->stopAndWait();
    if (!trained) {
        std::fputs("the training ended early: what was measured does not count\n", stderr);
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
