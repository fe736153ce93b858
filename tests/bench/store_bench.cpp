// SPDX-License-Identifier: GPL-3.0-or-later
// How long the database takes that somebody has after a year: 200 runs with their networks and
// 20,000 samples. The list is to be there within 300 ms of being asked for.
#include "app/store/database.h"
#include "app/store/runs.h"
#include "app/store/samples.h"
#include "tests/bench/full_store.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <cstdio>

namespace digitpad {
namespace {

QString databaseFile()
{
    static const QTemporaryDir folder;
    return folder.filePath(QStringLiteral("bench.sqlite"));
}

void openAndListRuns(benchmark::State& state)
{
    for (auto _ : state) {
        const auto database = Database::open(databaseFile());
        const auto list = Runs(**database).list();
        if (list->runs.size() != kStoredRuns) {
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
        benchmark::DoNotOptimize(Samples(**database).page({}, kStoredSamples - 100, 100));
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
    if (!digitpad::makeFullStore(digitpad::databaseFile())) {
        std::fputs("the database could not be made\n", stderr);
        return 1;
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
