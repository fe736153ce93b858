// SPDX-License-Identifier: GPL-3.0-or-later

// What it costs to look inside, on synthetic digits and the networks that the program carries. To
// follow a pen at 30 frames a second, activations and shares together have 33 ms, drawing included.

#include "core/data/synthetic.h"
#include "core/engine/engine.h"
#include "core/engine/inside.h"

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <memory>
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
    static const Dataset kDigits = syntheticDigits(10'000, 1);
    return kDigits;
}

std::shared_ptr<const Model> carried(const std::string& network)
{
    std::ifstream in(DIGITPAD_SOURCE_DIR "/resources/models/" + network + ".pth", std::ios::binary);
    return engine().load(std::string(std::istreambuf_iterator<char>(in), {}), "cpu").value();
}

void lookInside(benchmark::State& state, const std::string& network)
{
    const auto model = carried(network);
    for (auto _ : state) {
        benchmark::DoNotOptimize(engine().lookInside(*model));
    }
}

void activations(benchmark::State& state, const std::string& network)
{
    const auto inside = engine().lookInside(*carried(network)).value();
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(inside->activations(digits().glyphs[i++ % digits().size()]));
    }
}

void shares(benchmark::State& state, const std::string& network)
{
    const auto inside = engine().lookInside(*carried(network)).value();
    std::size_t i = 0;
    for (auto _ : state) {
        const std::size_t at = i++ % digits().size();
        benchmark::DoNotOptimize(
            inside->shares(digits().glyphs[at], {.digit = digits().labels[at]}));
    }
}

/// One layer of 2,000 digits, as the map wants it. Argument: the layer.
void values(benchmark::State& state, const std::string& network)
{
    const auto inside = engine().lookInside(*carried(network)).value();
    const auto glyphs = std::span(digits().glyphs).first(2000);
    for (auto _ : state) {
        benchmark::DoNotOptimize(inside->values(glyphs, static_cast<std::size_t>(state.range(0))));
    }
}

} // namespace

BENCHMARK_CAPTURE(lookInside, simple_nn, "simple-nn")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(lookInside, convnet, "convnet")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(activations, simple_nn, "simple-nn")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(activations, convnet, "convnet")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(shares, simple_nn, "simple-nn")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(shares, convnet, "convnet")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(values, simple_nn, "simple-nn")
    ->DenseRange(1, 2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(values, convnet, "convnet")
    ->Arg(1)
    ->Arg(6)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

BENCHMARK_MAIN();
