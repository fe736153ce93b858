// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/training.h"

#include "core/reading/unit_layout.h"
#include "core/torch/autograd_step.h"
#include "core/torch/recipe.h"
#include "core/torch/simple_nn_step.h"
#include "core/torch/thread_count.h"
#include "core/torch/training_loop.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/core/grad_mode.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <memory>
#include <thread>
#include <utility>

namespace digitpad {
namespace {

bool isLean(const TrainingOptions& options, c10::Device device)
{
    return device.is_cpu() && SimpleNnStep::does(options);
}

/// As many threads as pay off. The lean step shares out its units, and finds out by itself whether
/// other programs leave it the cores. With tensor operations a second thread hardly speeds
/// simple-nn up, and where other programs want the cores too, threads that wait for each other
/// after every operation make it many times slower.
int threadsFor(const TrainingOptions& options, c10::Device device)
{
    const int cores = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 1024);
    if (isLean(options, device)) {
        return std::min(cores, static_cast<int>(tilesFor(options.hiddenUnits)));
    }
    // Per weight and digit a multiplication and an addition forward, and twice that backward.
    constexpr double kOperationsPerThread = 1e8;
    const double operations =
        options.network == kSimpleNn
            ? 6.0 * static_cast<double>(networkNumbers(kSimpleNn, options.hiddenUnits)) *
                  options.batchSize
            : 1e12; // a convolution uses each weight many times: as many as there are
    return static_cast<int>(std::clamp<double>(operations / kOperationsPerThread, 1, cores));
}

std::unique_ptr<TrainingStep> makeStep(
    const Dataset& training, const TrainingOptions& options, const Network& first,
    c10::Device device)
{
    if (isLean(options, device)) {
        return std::make_unique<SimpleNnStep>(training, options, first, options.threads);
    }
    return std::make_unique<AutogradStep>(training, options, first, device);
}

} // namespace

Result<TrainingResult> trainNetwork(
    const Dataset& training, const Dataset& test, const TrainingOptions& options,
    const std::string& dataName, const TrainingCallbacks& callbacks, const std::stop_token& stop,
    c10::Device device, const TrainingStart& start)
{
    // Autograd takes no tensors of inference mode; it is switched on for itself alone.
    const bool lean = isLean(options, device);
    const c10::InferenceMode inference(lean);
    const at::NoGradGuard noDerivatives;
    TrainingOptions used = options;
    used.device = device.str();
    used.threads = options.threads > 0 ? options.threads : threadsFor(options, device);
    const ThreadCount ofOperations(lean ? 1 : used.threads);
    at::Generator random = at::detail::createCPUGenerator(used.seed);
    // Drawn for every run, since what is drawn next is the order.
    Network first = initialNetwork(used.network, used.hiddenUnits, random);
    if (start.network != nullptr) {
        setNumbers(first.flat, start.network->numbers);
    }
    auto step = makeStep(training, used, first, device);
    TrainingLoop loop(
        training, test, used, dataName, callbacks, stop, std::move(random), std::move(step));
    if (start.network != nullptr) {
        loop.beginWith(historyOf(start.network->recipe));
    }
    if (start.checkpoint != nullptr) {
        loop.goOnFrom(*start.checkpoint);
    }
    return loop.run();
}

} // namespace digitpad
