// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the Runs page is with 200 runs and 20,000 samples in the database: the list is to be
// there within 300 ms, and ten runs of 5,000 points each, overlaid, are to be drawn 30 times a
// second while they are panned, in a window that fills a screen of 1920 × 1080 pixels. Ends with an
// error where a bound is not held. What a screen of 3840 × 2160 makes of it is only told.
#include "app/runs/curves_view.h"
#include "app/runs/run_table.h"
#include "app/runs/run_table_view.h"
#include "app/runs/runs_page.h"
#include "app/shell/theme.h"
#include "app/store/store.h"
#include "tests/bench/full_store.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>

namespace digitpad {
namespace {

constexpr double kMostMilliseconds = 300;
constexpr double kLeastFrames = 30; // a second
constexpr int kBoundedWidth = 1920;

bool heldBounds = true;

QString databaseFile()
{
    static const QTemporaryDir folder;
    return folder.filePath(QStringLiteral("bench.sqlite"));
}

void waitFor(const auto& condition)
{
    while (!condition()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

/// Notes when a widget is painted.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(QWidget* widget) { widget->installEventFilter(this); }

    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

    int count = 0;
};

/// From nothing to the list on the screen: the database is opened, the page is made, the runs are
/// read, and the table has been painted with them.
void openThePage(benchmark::State& state)
{
    double longest = 0;
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        Store store(databaseFile());
        RunsPage page;
        page.resize(1280, 800);
        page.setStore(store);
        page.show();
        const auto* table = page.findChild<RunTable*>();
        waitFor([&] { return table->rowCount() == kStoredRuns; });
        PaintWatch painted(page.findChild<RunTableView*>()->viewport());
        waitFor([&] { return painted.count > 0; });
        longest = std::max(longest, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        state.PauseTiming(); // closing it
        page.hide();
        state.ResumeTiming();
    }
    state.counters["longest_ms"] = longest;
    heldBounds &= longest < kMostMilliseconds;
}
BENCHMARK(openThePage)->Unit(benchmark::kMillisecond);

/// A step of a drag through the overlaid curves, and the picture of it. The argument is the width
/// of the page.
void panTenRuns(benchmark::State& state)
{
    Store store(databaseFile());
    RunsPage page;
    const int width = static_cast<int>(state.range(0));
    page.resize(width, width * 9 / 16);
    page.setStore(store);
    page.show();
    auto* table = page.findChild<RunTable*>();
    waitFor([&] { return table->rowCount() == kStoredRuns; });
    for (int row = 0; row < kLongRuns; ++row) {
        table->setTicked(table->run(row).id, true); // the latest come first
    }
    auto* chart = page.findChild<CurvesView*>();
    waitFor([&] { return chart->plot().curves().size() == kLongRuns && chart->isVisible(); });
    const ChartRange whole = chart->plot().whole();
    chart->show({0, whole.to * 0.8});
    QCoreApplication::processEvents();

    PaintWatch painted(chart);
    double by = whole.to / 500;
    for (auto _ : state) {
        const ChartRange shown = chart->plot().shown();
        if (shown.from + by < whole.from || shown.to + by > whole.to) {
            by = -by;
        }
        chart->show(panned(shown, whole, by));
        chart->repaint();
    }
    if (painted.count < state.iterations()) {
        state.SkipWithError("not every step was painted");
    }
    state.counters[width > kBoundedWidth ? "frames_4k" : "frames"] =
        benchmark::Counter(static_cast<double>(painted.count), benchmark::Counter::kIsRate);
}
BENCHMARK(panTenRuns)
    ->Arg(1280)
    ->Arg(1920)
    ->Arg(3840)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// Prints as usual, and looks at the frames a second.
class Reporter : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override
    {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs) {
            const auto frames = run.counters.find("frames");
            heldBounds &= !run.error_occurred &&
                          (frames == run.counters.end() || frames->second.value >= kLeastFrames);
        }
    }
};

} // namespace
} // namespace digitpad

int main(int argc, char** argv)
{
    const QTemporaryDir settings;
    qputenv("XDG_CONFIG_HOME", settings.path().toLocal8Bit());
    QApplication application(argc, argv);
    digitpad::theme::apply(application, false, false);
    benchmark::Initialize(&argc, argv);
    if (!digitpad::makeFullStore(digitpad::databaseFile())) {
        std::fputs("the database could not be made\n", stderr);
        return EXIT_FAILURE;
    }
    digitpad::Reporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    std::printf(
        "the list within %.0f ms, the chart at %.0f frames a second: %s\n",
        digitpad::kMostMilliseconds, digitpad::kLeastFrames,
        digitpad::heldBounds ? "held" : "NOT HELD");
    return digitpad::heldBounds ? EXIT_SUCCESS : EXIT_FAILURE;
}
