// SPDX-License-Identifier: GPL-3.0-or-later
// How long the views of the Inside page lag behind the pen: from a move of the mouse to the view on
// the screen that shows a drawing with that move in it, in the real window with the real engine and
// each of the networks that the program carries. Prints milliseconds.
#include "app/draw/canvas.h"
#include "app/engine_module.h"
#include "app/inside/inside_page.h"
#include "app/inside/network_view.h"
#include "app/model_file.h"
#include "app/recognition/recognition.h"
#include "app/shell/main_window.h"
#include "tests/bench/pen_hand.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

using namespace digitpad;
using namespace digitpad::bench;
using namespace std::chrono_literals;

namespace {

constexpr int kStrokes = 10;
constexpr double kBound = 33; // milliseconds: 30 times a second

/// When a move came, and how many points the drawing had with it.
struct Move {
    qint64 nanoseconds;
    std::size_t points;
};

std::size_t pointsOf(const Ink& ink)
{
    std::size_t points = 0;
    for (const Stroke& stroke : ink) {
        points += stroke.size();
    }
    return points;
}

/// Watches the window from the moves to the flush of the view.
class Watch : public QObject {
public:
    Watch(MainWindow& window, const Canvas& canvas, const NetworkView& view)
        : m_window(window),
          m_canvas(canvas),
          m_view(view),
          m_painted(view.findChild<QWidget*>(QStringLiteral("networkDiagram")))
    {
        m_clock.start();
        m_window.installEventFilter(this);
        m_painted->installEventFilter(this);
    }

    /// A move is about to be sent; one that adds no point changes nothing.
    void noteMove()
    {
        settle();
        m_sent = {m_clock.nsecsElapsed(), pointsOf(m_canvas.ink())};
    }

    [[nodiscard]] bool isWaiting()
    {
        settle();
        return !m_moves.empty();
    }

    /// The milliseconds of each move that was shown, in ascending order; from then on anew.
    std::vector<double> take()
    {
        std::ranges::sort(m_latencies);
        return std::exchange(m_latencies, {});
    }

protected:
    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (object == m_painted && event->type() == QEvent::Paint) {
            m_isPainted = true;
        } else if (object == &m_window && event->type() == QEvent::UpdateRequest) {
            m_isPainted = false;
            m_window.removeEventFilter(this);
            QApplication::sendEvent(&m_window, event); // paints and flushes
            m_window.installEventFilter(this);
            if (m_isPainted) {
                settle();
                count();
            }
            return true;
        }
        return false;
    }

private:
    /// The move that was sent has added its point by now, if it adds one.
    void settle()
    {
        const std::size_t points = pointsOf(m_canvas.ink());
        if (m_sent.nanoseconds > 0 && points > m_sent.points) {
            m_moves.push_back({m_sent.nanoseconds, points});
        }
        m_sent = {};
    }

    void count()
    {
        const auto& reading = m_view.reading();
        const std::size_t shown = reading != nullptr ? pointsOf(reading->ink) : 0;
        const auto isShown = [&](const Move& move) { return move.points <= shown; };
        for (const Move& move : m_moves) {
            if (isShown(move)) {
                m_latencies.push_back(
                    static_cast<double>(m_clock.nsecsElapsed() - move.nanoseconds) / 1e6);
            }
        }
        std::erase_if(m_moves, isShown);
    }

    MainWindow& m_window;
    const Canvas& m_canvas;
    const NetworkView& m_view;
    QWidget* m_painted;
    QElapsedTimer m_clock;
    Move m_sent{};
    std::vector<Move> m_moves; ///< not shown yet
    std::vector<double> m_latencies;
    bool m_isPainted = false;
};

/// Ten digits, each on a sheet of its own.
void measure(Canvas& canvas, Watch& watch, const char* what)
{
    for (int stroke = 0; stroke < kStrokes; ++stroke) {
        canvas.clear();
        wait(100ms);
        drawZero(canvas, watch, {0.5, 0.5}, 0.35);
    }
    report(what, watch.take(), kBound);
    canvas.clear();
}

/// Until the page has laid the network open.
void waitForLayers(NetworkView& view, int outputs)
{
    while (view.model() == nullptr || view.model()->inside->layers().back().units != outputs) {
        wait(20ms);
    }
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

    Appearance appearance(application);
    Recognition recognition(loadEngine);
    MainWindow window(recognition, appearance);
    window.resize(1280, 800);
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
    const auto actions = window.findChildren<QAction*>();
    const auto show =
        std::ranges::find(actions, QKeySequence(Qt::CTRL | Qt::Key_6), [](const QAction* action) {
            return action->shortcut();
        });
    (*show)->trigger();
    auto* page = window.findChild<InsidePage*>();
    auto* view = page->findChild<NetworkView*>();
    auto* canvas = page->findChild<Canvas*>();
    Watch watch(window, *canvas, *view);
    waitForLayers(*view, 11);
    drawZero(*canvas, watch, {0.5, 0.5}, 0.35); // what comes first does not count
    watch.take();
    measure(*canvas, watch, "inside convnet, a digit, ten times");
    recognition.openModel(kReferenceModelFile);
    waitForLayers(*view, 10);
    measure(*canvas, watch, "inside simple-nn, a digit, ten times");
    return EXIT_SUCCESS;
}
