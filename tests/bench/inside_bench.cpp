// SPDX-License-Identifier: GPL-3.0-or-later

// What it costs to look inside, on synthetic digits and the networks that the program carries. To
// follow a pen at 30 frames a second, activations and shares together have 33 ms, drawing included.

#include "core/data/synthetic.h"
#include "core/engine/change_of_mind.h"
#include "core/engine/edits.h"
#include "core/engine/engine.h"
#include "core/engine/evaluation.h"
#include "core/engine/inside.h"
#include "core/engine/point_map.h"

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

void integratedGradients(benchmark::State& state, const std::string& network)
{
    const auto inside = engine().lookInside(*carried(network)).value();
    std::size_t i = 0;
    for (auto _ : state) {
        const std::size_t at = i++ % digits().size();
        benchmark::DoNotOptimize(
            inside->integratedGradients(digits().glyphs[at], {.digit = digits().labels[at]}));
    }
}

void occlusion(benchmark::State& state, const std::string& network)
{
    const auto inside = engine().lookInside(*carried(network)).value();
    std::size_t i = 0;
    for (auto _ : state) {
        const std::size_t at = i++ % digits().size();
        benchmark::DoNotOptimize(
            inside->occlusion(digits().glyphs[at], {.digit = digits().labels[at]}));
    }
}

/// What a slider of the lab asks for: the network edited, and all of 10,000 digits read by it. With
/// simple-nn it has 150 ms.
void lab(benchmark::State& state, const std::string& network)
{
    const auto model = carried(network);
    Edits edits{.pruning = 0.5, .noise = 0.1};
    for (auto _ : state) {
        edits.seed += 1;
        const auto edited = engine().edited(*model, edits).value();
        benchmark::DoNotOptimize(evaluate(*edited, digits()));
    }
}

/// The fewest pixels with which a digit is read as another. Argument: the side of a touch.
void mindChange(benchmark::State& state, const std::string& network)
{
    const auto inside = engine().lookInside(*carried(network)).value();
    const ChangeOptions options{.side = static_cast<int>(state.range(0))};
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            changeOfMind(*inside, digits().glyphs[i++ % digits().size()], options));
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

/// The map of 2,000 digits: of their pixels, and of convnet's last feature maps.
void layOut(benchmark::State& state, const std::string& network, std::size_t layer)
{
    const auto inside = engine().lookInside(*carried(network)).value();
    const auto glyphs = std::span(digits().glyphs).first(2000);
    const std::vector<float> points = inside->values(glyphs, layer).value();
    const std::size_t dimensions = inside->layers()[layer].size();
    const auto method = static_cast<MapOptions::Method>(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(engine().layOut(points, dimensions, {.method = method}, {}, {}));
    }
}

/// The drawing of the moment on the map of 2,000 digits' pixels.
void place(benchmark::State& state)
{
    const auto inside = engine().lookInside(*carried("simple-nn")).value();
    const auto glyphs = std::span(digits().glyphs).first(2000);
    const std::vector<float> points = inside->values(glyphs, 0).value();
    const PointMap map = engine().layOut(points, Glyph::kPixels, {.steps = 50}, {}, {}).value();
    const auto drawing = std::span(points).first(Glyph::kPixels);
    for (auto _ : state) {
        benchmark::DoNotOptimize(map.place(drawing));
    }
}

} // namespace

BENCHMARK_CAPTURE(lookInside, simple_nn, "simple-nn")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(lookInside, convnet, "convnet")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(activations, simple_nn, "simple-nn")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(activations, convnet, "convnet")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(shares, simple_nn, "simple-nn")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(shares, convnet, "convnet")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(integratedGradients, simple_nn, "simple-nn")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(integratedGradients, convnet, "convnet")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(occlusion, simple_nn, "simple-nn")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(occlusion, convnet, "convnet")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(mindChange, simple_nn, "simple-nn")
    ->Arg(1)
    ->Arg(3)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(mindChange, convnet, "convnet")
    ->Arg(1)
    ->Arg(3)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(lab, simple_nn, "simple-nn")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(lab, convnet, "convnet")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(values, simple_nn, "simple-nn")
    ->DenseRange(1, 2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(values, convnet, "convnet")
    ->Arg(1)
    ->Arg(6)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(layOut, pixels, "simple-nn", 0)
    ->DenseRange(0, 1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(layOut, convnet_maps, "convnet", 5)
    ->DenseRange(0, 1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(place)->Unit(benchmark::kMicrosecond);

BENCHMARK_MAIN();
