// SPDX-License-Identifier: GPL-3.0-or-later
// The map, in its widget, with the real engine and 2,000 made-up digits: how long t-SNE takes as a
// whole, and how live everything is meanwhile and afterwards. Prints each figure with its bound.
#include "app/background.h"
#include "app/engine_module.h"
#include "app/map/map_plot.h"
#include "app/map/map_view.h"
#include "tests/app/inside_desk.h"
#include "tests/app/made_up.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

using namespace digitpad;
using namespace std::chrono_literals;

namespace {

constexpr int kDigits = 2000;
constexpr int kPoints = 4000; // to be painted
constexpr int kMoves = 300;

double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double percentile99(std::vector<double> values)
{
    if (values.empty()) {
        return 0;
    }
    std::ranges::sort(values);
    return values[values.size() * 99 / 100];
}

bool report(const char* what, double took, double bound)
{
    std::printf("%-56s %8.1f ms, bound %.0f ms\n", what, took, bound);
    return took < bound;
}

/// Reads a digit every 8 ms, as the pad does while somebody draws, and notes how long the answer
/// takes.
class Pen : public QObject {
public:
    Pen(std::shared_ptr<const OpenModel> model, const Dataset& digits)
        : m_model(std::move(model)), m_digits(digits)
    {
        connect(&m_timer, &QTimer::timeout, this, &Pen::move);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(8ms);
    }

    [[nodiscard]] const std::vector<double>& answers() const { return m_answers; }

private:
    void move()
    {
        QElapsedTimer since;
        since.start();
        m_reader.follow(
            [model = m_model, glyph = m_digits.glyphs[m_next++ % m_digits.size()]](
                const BackgroundTask&) { return tests::readingOf(*model, glyph); },
            [this, since](const std::shared_ptr<const LiveReading>&) {
                m_answers.push_back(milliseconds(since));
            });
    }

    std::shared_ptr<const OpenModel> m_model;
    const Dataset& m_digits;
    QTimer m_timer;
    std::size_t m_next = 0;
    std::vector<double> m_answers;
    Background m_reader;
};

/// Lays 2,000 digits out while somebody draws.
bool layOut(MapView& view, const std::shared_ptr<const OpenModel>& model)
{
    const auto digits = tests::madeUp(kDigits);
    const Pen pen(model, digits->data);
    QElapsedTimer sinceLast;
    double longest = 0;
    QTimer turn;
    turn.setTimerType(Qt::PreciseTimer);
    QObject::connect(&turn, &QTimer::timeout, [&] {
        longest = std::max(longest, milliseconds(sinceLast));
        sinceLast.start();
    });
    QEventLoop loop;
    QObject::connect(&view, &MapView::factsChanged, &loop, [&] {
        if (view.facts()[QStringLiteral("isDone")].toBool()) {
            loop.quit();
        }
    });
    QElapsedTimer whole;
    whole.start();
    sinceLast.start();
    turn.start(1ms);
    view.setModel(model);
    view.setDigits(digits);
    loop.exec();
    const double took = milliseconds(whole);
    bool held = report("t-SNE of 2,000 digits, whole", took, 5000);
    held &= report("longest pause of the window meanwhile", longest, 50);
    held &= report("a reading meanwhile, 99th percentile", percentile99(pen.answers()), 33);
    return held;
}

/// From a reading to its place on the painted map.
bool follow(MapView& view, const OpenModel& model)
{
    auto& plot = *view.findChild<MapPlot*>();
    const auto digits = tests::madeUp(kMoves, 7);
    std::vector<double> took;
    QCoreApplication::processEvents(); // the window has its picture
    for (const Glyph& glyph : digits->data.glyphs) {
        const auto reading = tests::readingOf(model, glyph);
        const auto before = plot.drawing();
        QElapsedTimer since;
        since.start();
        view.setReading(reading);
        while (plot.drawing() == before) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        plot.repaint();
        took.push_back(milliseconds(since));
    }
    return report("the drawing moved on the map, 99th percentile", percentile99(took), 33);
}

bool paint()
{
    std::vector<MapPoint> points;
    std::vector<Place> places;
    for (int i = 0; i < kPoints; ++i) {
        points.push_back({.digit = static_cast<std::uint8_t>(i % 10), .isMisread = i % 40 == 0});
        places.push_back(
            {.x = static_cast<float>(i * 37 % 101), .y = static_cast<float>(i * 53 % 97)});
    }
    MapPlot plot;
    plot.resize(1400, 900);
    plot.setPoints(std::move(points));
    std::vector<double> took;
    for (int i = 0; i < 60; ++i) {
        places.front().x += 1;
        plot.setPlaces(places);
        QElapsedTimer since;
        since.start();
        (void)plot.grab();
        took.push_back(milliseconds(since));
    }
    return report("4,000 points painted anew, 99th percentile", percentile99(took), 16);
}

} // namespace

int main(int argc, char** argv)
{
    chooseBlasKernel();
    QApplication application(argc, argv);
    const auto engine = loadEngine();
    if (!engine) {
        std::fputs("the engine could not be loaded\n", stderr);
        return EXIT_FAILURE;
    }
    const auto model = tests::openModel(*engine, kDefaultModelFile);
    MapView view;
    view.resize(900, 700);
    view.show();
    bool held = layOut(view, model);
    held &= follow(view, *model);
    held &= paint();
    return held ? EXIT_SUCCESS : EXIT_FAILURE;
}
