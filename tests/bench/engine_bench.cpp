// SPDX-License-Identifier: GPL-3.0-or-later

// What the engine costs, on synthetic digits, with the BLAS kernel that the environment chooses.

#include "core/data/synthetic.h"
#include "core/engine/engine.h"

#include <benchmark/benchmark.h>

#include <memory>
#include <span>
#include <string>

using namespace digitpad;

namespace {

const Engine& engine()
{
    static const std::unique_ptr<Engine> kEngine(digitpad_create_engine());
    return *kEngine;
}

const Dataset& digits()
{
    static const Dataset kDigits = syntheticDigits(12'800, 1);
    return kDigits;
}

const std::string& pth()
{
    static const std::string kPth = engine()
                                        .train(digits(), {}, {.epochs = 1}, "synthetic", {}, {})
                                        .value()
                                        .model->toPth()
                                        .value();
    return kPth;
}

/// One epoch of the article's recipe: 200 steps of 64 digits. Argument: threads.
void trainEpoch(benchmark::State& state)
{
    const TrainingOptions options{.epochs = 1, .threads = static_cast<int>(state.range(0))};
    for (auto _ : state) {
        benchmark::DoNotOptimize(engine().train(digits(), {}, options, "synthetic", {}, {}));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(digits().size()));
}
BENCHMARK(trainEpoch)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Argument: glyphs at once.
void readGlyphs(benchmark::State& state)
{
    const auto model = engine().load(pth(), "cpu").value();
    const auto glyphs = std::span(digits().glyphs).first(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(model->read(glyphs));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(readGlyphs)->Arg(1)->Arg(100)->Arg(10'000)->Unit(benchmark::kMicrosecond);

void loadPth(benchmark::State& state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(engine().load(pth(), "cpu"));
    }
}
BENCHMARK(loadPth)->Unit(benchmark::kMicrosecond);

void writePth(benchmark::State& state)
{
    const auto model = engine().load(pth(), "cpu").value();
    for (auto _ : state) {
        benchmark::DoNotOptimize(model->toPth());
    }
}
BENCHMARK(writePth)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
