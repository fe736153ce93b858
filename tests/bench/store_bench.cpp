// SPDX-License-Identifier: GPL-3.0-or-later
// How long the database takes that somebody has after a year: 200 runs with their networks and
// 20,000 samples. The list is to be there within 300 ms of being asked for.
#include "app/store/database.h"
#include "app/store/runs.h"
#include "app/store/samples.h"
#include "core/data/synthetic.h"
#include "core/ink/render.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <cstdio>
#include <random>

namespace digitpad {
namespace {

constexpr int kRuns = 200;
constexpr int kSamples = 20'000;

QString databaseFile()
{
    static const QTemporaryDir folder;
    return folder.filePath(QStringLiteral("bench.sqlite"));
}

/// Five epochs on MNIST, as simple-nn has them.
StoredRun someRun(int number)
{
    StoredRun run;
    run.summary.id = newRunId();
    run.summary.name = QStringLiteral("Run %1").arg(number);
    run.summary.started = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + number * 60'000LL);
    run.summary.status = RunStatus::Finished;
    for (int epoch = 1; epoch <= 5; ++epoch) {
        for (int batch = 100; batch <= 900; batch += 100) {
            run.losses.push_back(
                {.epoch = epoch, .epochs = 5, .batch = batch, .batches = 938, .loss = 0.5});
        }
        run.epochs.push_back(
            {.epoch = epoch,
             .epochs = 5,
             .batches = 938,
             .trainingLoss = 0.1,
             .testLoss = 0.1,
             .testAccuracy = 0.97});
    }
    return run;
}

NewSample someSample(std::mt19937_64& random)
{
    NewSample sample;
    sample.label = static_cast<int>(random() % 10);
    for (const Stroke& stroke : drawDigit(sample.label, random)) {
        PenStroke pen;
        for (const Point& point : stroke) {
            pen.append({.position = {point.x / 200 + 0.2, point.y / 200 + 0.2}});
        }
        sample.drawing.append(pen);
    }
    sample.glyph = renderInk(toInk(sample.drawing));
    return sample;
}

bool fill()
{
    const auto database = Database::open(databaseFile());
    if (!database) {
        return false;
    }
    Runs runs(**database);
    const QByteArray model(410'000, 'w'); // simple-nn's
    for (int number = 0; number < kRuns; ++number) {
        if (!runs.add(someRun(number), model)) {
            return false;
        }
    }
    std::mt19937_64 random(1);
    std::vector<NewSample> samples;
    samples.reserve(kSamples);
    for (int number = 0; number < kSamples; ++number) {
        samples.push_back(someSample(random));
    }
    return Samples(**database).add(samples).has_value();
}

void openAndListRuns(benchmark::State& state)
{
    for (auto _ : state) {
        const auto database = Database::open(databaseFile());
        const auto list = Runs(**database).list();
        if (list->runs.size() != kRuns) {
            state.SkipWithError("runs are missing");
        }
    }
}
BENCHMARK(openAndListRuns)->Unit(benchmark::kMillisecond);

void listRuns(benchmark::State& state)
{
    const auto database = Database::open(databaseFile());
    for (auto _ : state) {
        benchmark::DoNotOptimize(Runs(**database).list());
    }
}
BENCHMARK(listRuns)->Unit(benchmark::kMillisecond);

void readTenRuns(benchmark::State& state)
{
    const auto database = Database::open(databaseFile());
    Runs runs(**database);
    const auto list = runs.list();
    for (auto _ : state) {
        for (std::size_t i = 0; i < 10; ++i) {
            benchmark::DoNotOptimize(runs.run(list->runs[i].id));
        }
    }
}
BENCHMARK(readTenRuns)->Unit(benchmark::kMillisecond);

/// A screen of samples from the end of the list, which is farthest from its beginning.
void lastPageOfSamples(benchmark::State& state)
{
    const auto database = Database::open(databaseFile());
    for (auto _ : state) {
        benchmark::DoNotOptimize(Samples(**database).page({}, kSamples - 100, 100));
    }
}
BENCHMARK(lastPageOfSamples)->Unit(benchmark::kMillisecond);

void overviewOfSamples(benchmark::State& state)
{
    const auto database = Database::open(databaseFile());
    for (auto _ : state) {
        benchmark::DoNotOptimize(Samples(**database).overview());
    }
}
BENCHMARK(overviewOfSamples)->Unit(benchmark::kMillisecond);

void allSamplesToLearnFrom(benchmark::State& state)
{
    const auto database = Database::open(databaseFile());
    for (auto _ : state) {
        benchmark::DoNotOptimize(Samples(**database).dataset());
    }
}
BENCHMARK(allSamplesToLearnFrom)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace digitpad

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (!digitpad::fill()) {
        std::fputs("the database could not be made\n", stderr);
        return 1;
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
