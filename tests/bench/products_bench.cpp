// SPDX-License-Identifier: GPL-3.0-or-later

// What no training that multiplies whole matrices can be faster than: the matrix products of the
// article's recipe alone, five epochs of 938 steps of 64 digits through 784-128-10. Argument:
// threads, which share the hidden units and never wait for each other.

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <benchmark/benchmark.h>
#include <c10/core/InferenceMode.h>

#include <cstdint>
#include <thread>
#include <vector>

namespace {

constexpr std::int64_t kBatch = 64;
constexpr std::int64_t kPixels = 784;
constexpr std::int64_t kUnits = 128;
constexpr std::int64_t kDigits = 10;
constexpr int kSteps = 5 * 938;

/// The products of the steps, for some of the hidden units.
void multiply(std::int64_t units)
{
    const c10::InferenceMode inference;
    at::set_num_threads(1);
    const at::Tensor pixels = at::rand({kBatch, kPixels});
    const at::Tensor fc1 = at::rand({units, kPixels});
    const at::Tensor fc2 = at::rand({kDigits, units});
    const at::Tensor dLogits = at::rand({kBatch, kDigits});
    at::Tensor hidden = at::empty({kBatch, units});
    at::Tensor logits = at::empty({kBatch, kDigits});
    at::Tensor dFc2 = at::empty_like(fc2);
    at::Tensor dHidden = at::empty_like(hidden);
    at::Tensor dFc1 = at::empty_like(fc1);
    for (int step = 0; step < kSteps; ++step) {
        at::mm_out(hidden, pixels, fc1.t());
        at::mm_out(logits, hidden, fc2.t());
        at::mm_out(dFc2, dLogits.t(), hidden);
        at::mm_out(dHidden, dLogits, fc2);
        at::mm_out(dFc1, dHidden.t(), pixels);
    }
}

void productsOfFiveEpochs(benchmark::State& state)
{
    for (auto _ : state) {
        std::vector<std::jthread> threads;
        for (std::int64_t i = 0; i < state.range(0); ++i) {
            threads.emplace_back(multiply, kUnits / state.range(0));
        }
    }
}
BENCHMARK(productsOfFiveEpochs)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
