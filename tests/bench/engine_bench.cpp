// SPDX-License-Identifier: GPL-3.0-or-later

// What the engine costs, on synthetic digits, with the BLAS kernel that the environment chooses.

#include "core/data/synthetic.h"
#include "core/engine/engine.h"

#include <benchmark/benchmark.h>

#include <map>
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

/// A network trained just long enough to have a file.
const std::string& pth(const std::string& network)
{
    static std::map<std::string, std::string> made;
    std::string& bytes = made[network];
    if (bytes.empty()) {
        TrainingOptions options = defaultOptions(network);
        options.epochs = 1;
        bytes = engine()
                    .train(syntheticDigits(1000, 1), {}, options, "synthetic", {}, {})
                    .value()
                    .model->toPth()
                    .value();
    }
    return bytes;
}

/// Trains one epoch again and again. Tells beside its time that of one digit.
void trainOneEpoch(benchmark::State& state, const Dataset& data, TrainingOptions options)
{
    options.epochs = 1;
    for (auto _ : state) {
        benchmark::DoNotOptimize(engine().train(data, {}, options, "synthetic", {}, {}));
    }
    state.counters["per_digit"] = benchmark::Counter(
        static_cast<double>(data.size()),
        benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

/// The article's recipe: 200 steps of 64 digits. Argument: threads.
void trainEpoch(benchmark::State& state)
{
    trainOneEpoch(state, digits(), {.threads = static_cast<int>(state.range(0))});
}
BENCHMARK(trainEpoch)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The same epoch in steps of other sizes. Argument: digits in a step.
void trainBatches(benchmark::State& state)
{
    trainOneEpoch(state, digits(), {.batchSize = static_cast<int>(state.range(0))});
}
BENCHMARK(trainBatches)
    ->RangeMultiplier(2)
    ->Range(32, 1024)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// An epoch of more digits: the time for each is to stay what it is. Argument: how many.
void trainMany(benchmark::State& state)
{
    Dataset many;
    for (std::size_t i = 0; i < static_cast<std::size_t>(state.range(0)); ++i) {
        many.glyphs.push_back(digits().glyphs[i % digits().size()]);
        many.labels.push_back(digits().labels[i % digits().size()]);
    }
    trainOneEpoch(state, many, {});
}
BENCHMARK(trainMany)
    ->Arg(10'000)
    ->Arg(60'000)
    ->Arg(600'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// convnet's recipe, augmentation included: 100 steps of 128 digits. Argument: threads.
void trainConvNetEpoch(benchmark::State& state)
{
    TrainingOptions options = defaultOptions("convnet");
    options.threads = static_cast<int>(state.range(0));
    trainOneEpoch(state, digits(), options);
}
BENCHMARK(trainConvNetEpoch)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Argument: glyphs at once.
void readGlyphs(benchmark::State& state, const std::string& network)
{
    const auto model = engine().load(pth(network), "cpu").value();
    const auto glyphs = std::span(digits().glyphs).first(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(model->read(glyphs));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK_CAPTURE(readGlyphs, simple_nn, "simple-nn")
    ->Arg(1)
    ->Arg(100)
    ->Arg(10'000)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(readGlyphs, convnet, "convnet")
    ->Arg(1)
    ->Arg(100)
    ->Arg(10'000)
    ->Unit(benchmark::kMicrosecond);

void loadPth(benchmark::State& state, const std::string& network)
{
    const std::string& bytes = pth(network);
    for (auto _ : state) {
        benchmark::DoNotOptimize(engine().load(bytes, "cpu"));
    }
}
BENCHMARK_CAPTURE(loadPth, simple_nn, "simple-nn")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(loadPth, convnet, "convnet")->Unit(benchmark::kMicrosecond);

void writePth(benchmark::State& state, const std::string& network)
{
    const auto model = engine().load(pth(network), "cpu").value();
    for (auto _ : state) {
        benchmark::DoNotOptimize(model->toPth());
    }
}
BENCHMARK_CAPTURE(writePth, simple_nn, "simple-nn")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(writePth, convnet, "convnet")->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
