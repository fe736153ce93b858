// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/mnist.h"
#include "core/data/synthetic.h"
#include "core/ink/render.h"
#include "tests/data_dir.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <random>

namespace digitpad {
namespace {

void renderTypicalDigit(benchmark::State& state)
{
    std::mt19937_64 random(1);
    const Ink ink = drawDigit(5, random);
    for (auto _ : state) {
        benchmark::DoNotOptimize(renderInk(ink));
    }
}
BENCHMARK(renderTypicalDigit);

/// A pen that is never lifted: it goes around and around, outwards.
void renderSpiral(benchmark::State& state)
{
    Ink ink = {{}};
    for (int i = 0; i < state.range(0); ++i) {
        ink[0].push_back({i * std::cos(i * 0.001), i * std::sin(i * 0.001)});
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(renderInk(ink));
    }
}
BENCHMARK(renderSpiral)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

/// The slowest ink there is: every point far from the one before.
void renderScribble(benchmark::State& state)
{
    std::mt19937_64 random(1);
    Ink ink = {{}};
    for (int i = 0; i < state.range(0); ++i) {
        ink[0].push_back(
            {static_cast<double>(random() % 1000), static_cast<double>(random() % 1000)});
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(renderInk(ink));
    }
}
BENCHMARK(renderScribble)->Arg(100'000)->Unit(benchmark::kMillisecond);

void makeSyntheticDigits(benchmark::State& state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(syntheticDigits(static_cast<std::size_t>(state.range(0)), 42));
    }
}
BENCHMARK(makeSyntheticDigits)->Arg(20'000)->Unit(benchmark::kMillisecond);

void readMnist(benchmark::State& state)
{
    const auto folder = tests::dataDir() / "mnist";
    for (auto _ : state) {
        const auto training = readMnistTraining(folder);
        if (!training) {
            const Error& error = training.error();
            state.SkipWithError((error.file + ": " + error.detail).c_str());
            break;
        }
        benchmark::DoNotOptimize(training->glyphs.data());
    }
}
BENCHMARK(readMnist)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace digitpad

BENCHMARK_MAIN();
