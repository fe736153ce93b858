// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/training.h"

#include "core/engine/evaluation.h"
#include "core/torch/autograd_step.h"
#include "core/torch/calibration.h"
#include "core/torch/devices.h"
#include "core/torch/mixed.h"
#include "core/torch/simple_nn_step.h"
#include "core/torch/thread_count.h"
#include "core/torch/torch_model.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
#include <c10/core/InferenceMode.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <numbers>
#include <thread>
#include <tuple>
#include <utility>

namespace digitpad {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kLossEvery = 100; // batches, as in the article

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

bool isLean(const TrainingOptions& options, c10::Device device)
{
    return device.is_cpu() && SimpleNnStep::does(options);
}

/// As many threads as pay off. A step of the article's network takes a fraction of a millisecond:
/// with tensor operations a second thread hardly speeds it up, and where other programs want the
/// cores too, threads that wait for each other after every operation make it many times slower.
int threadsFor(const TrainingOptions& options, c10::Device device)
{
    const double operationsPerThread = isLean(options, device) ? 1e7 : 1e8;
    // Per weight and digit a multiplication and an addition forward, and twice that backward.
    const double operations =
        options.network == kSimpleNn
            ? 6.0 * static_cast<double>(networkNumbers(kSimpleNn, options.hiddenUnits)) *
                  options.batchSize
            : 1e12; // a convolution uses each weight many times: as many as there are
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return static_cast<int>(std::clamp<double>(operations / operationsPerThread, 1, cores));
}

/// Draws the orders of the epochs as the article's DataLoader(shuffle=True) draws them: a base seed
/// for workers that it does not have, then the seed of RandomSampler's generator (torch 1.13's and
/// 2.15's torch/utils/data/dataloader.py and sampler.py).
at::Tensor drawOrder(std::int64_t count, bool shuffle, at::Generator& random)
{
    const auto drawSeed = [&random] {
        return static_cast<std::uint64_t>(
            at::empty({}, at::kLong).random_(random).item<std::int64_t>());
    };
    std::ignore = drawSeed();
    if (!shuffle) {
        return at::arange(count, at::kLong);
    }
    return at::randperm(count, at::detail::createCPUGenerator(drawSeed()), at::kLong);
}

/// Which of the training data are not learnt from but used to calibrate.
struct Split {
    std::vector<std::int64_t> learnt;
    std::vector<std::int64_t> held;
};

/// Holds a part back by what a glyph looks like, so that one that is there several times is either
/// learnt or held.
Split split(const Dataset& data, const TrainingOptions& options)
{
    Split split;
    const auto bound = static_cast<std::uint64_t>(options.calibration * 0x1p32);
    for (std::size_t i = 0; i < data.size(); ++i) {
        const bool isHeld = bound > 0 && (mixed(options.seed, data.glyphs[i]) >> 32) < bound;
        (isHeld ? split.held : split.learnt).push_back(static_cast<std::int64_t>(i));
    }
    if (split.learnt.empty()) {
        std::swap(split.learnt, split.held);
    }
    return split;
}

std::unique_ptr<TrainingStep> makeStep(
    const Dataset& training, const TrainingOptions& options, at::Generator& random,
    c10::Device device, int threads)
{
    const Network initial = initialNetwork(options.network, options.hiddenUnits, random);
    if (isLean(options, device)) {
        return std::make_unique<SimpleNnStep>(training, options, initial, threads);
    }
    return std::make_unique<AutogradStep>(training, options, initial, device);
}

class Run {
public:
    Run(const Dataset& training, const Dataset& test, const TrainingOptions& options,
        const std::string& dataName, const TrainingCallbacks& callbacks,
        const std::stop_token& stop, c10::Device device, int threads)
        : m_training(training),
          m_test(test),
          m_options(options),
          m_dataName(dataName),
          m_callbacks(callbacks),
          m_stop(stop),
          m_device(device),
          m_threads(threads),
          m_random(at::detail::createCPUGenerator(options.seed)),
          m_step(makeStep(training, options, m_random, device, threads)),
          m_split(split(training, options)),
          m_count(static_cast<std::int64_t>(m_split.learnt.size())),
          m_batches(static_cast<int>((m_count + options.batchSize - 1) / options.batchSize))
    {
    }

    Result<TrainingResult> run();

private:
    Result<void> trainEpoch(int epoch);
    Result<void> reportLoss(int epoch, int batch);
    Result<void> evaluateEpoch(int epoch);
    void reportProgress(int epoch, int batch);
    double learningRate(int epoch, int batch) const;
    std::shared_ptr<const TorchModel> modelOf(Network network, std::string recipe) const;
    std::string recipe() const;
    void addFurtherOptions(nlohmann::ordered_json& recipe) const;

    const Dataset& m_training;
    const Dataset& m_test;
    const TrainingOptions& m_options;
    const std::string& m_dataName;
    const TrainingCallbacks& m_callbacks;
    const std::stop_token& m_stop;
    c10::Device m_device;
    int m_threads;
    at::Generator m_random;
    std::unique_ptr<TrainingStep> m_step;
    Split m_split;
    std::int64_t m_count; ///< of glyphs learnt from
    int m_batches;
    Clock::time_point m_epochStart;
    double m_trainingSeconds = 0; ///< of the epochs before this one
    double m_epochLoss = 0;       ///< sum over the epoch's batches
    double m_temperature = 1;     ///< what the outputs were divided by in the end
    TrainingResult m_result;
};

Result<TrainingResult> Run::run()
{
    const auto start = Clock::now();
    for (int epoch = 1; epoch <= m_options.epochs && !m_result.stopped; ++epoch) {
        auto done = trainEpoch(epoch);
        if (done && !m_result.stopped) {
            done = evaluateEpoch(epoch);
        }
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    Network network = m_step->network();
    if (m_options.calibration > 0) {
        m_temperature = calibrate(network, m_training, m_split.held, m_options);
    }
    m_result.model = modelOf(std::move(network), recipe());
    m_result.seconds = secondsSince(start);
    return std::move(m_result);
}

Result<void> Run::trainEpoch(int epoch)
{
    m_epochStart = Clock::now();
    m_epochLoss = 0;
    const at::Tensor drawn = drawOrder(m_count, m_options.shuffle, m_random);
    std::vector<std::int64_t> order(static_cast<std::size_t>(m_count));
    std::transform(
        drawn.data_ptr<std::int64_t>(), drawn.data_ptr<std::int64_t>() + m_count, order.begin(),
        [this](std::int64_t i) { return m_split.learnt[static_cast<std::size_t>(i)]; });
    for (int batch = 1; batch <= m_batches; ++batch) {
        if (m_stop.stop_requested()) {
            m_result.stopped = true;
            break;
        }
        const std::size_t first =
            static_cast<std::size_t>(batch - 1) * static_cast<std::size_t>(m_options.batchSize);
        const std::size_t size =
            std::min(static_cast<std::size_t>(m_options.batchSize), order.size() - first);
        m_step->run(std::span(order).subspan(first, size), learningRate(epoch, batch));
        if (batch % kLossEvery == 0 || batch == m_batches) {
            if (auto reported = reportLoss(epoch, batch); !reported) {
                return reported;
            }
        }
        reportProgress(epoch, batch);
    }
    m_trainingSeconds += secondsSince(m_epochStart);
    return {};
}

/// Reads the losses gathered on the device, which waits for it: only now and then.
Result<void> Run::reportLoss(int epoch, int batch)
{
    const double sum = m_step->takeLoss();
    m_epochLoss += sum;
    // A loss can still be finite when the step that followed it was not.
    if (!std::isfinite(sum) || !m_step->network().flat.isfinite().all().item<bool>()) {
        return std::unexpected(Error{
            ErrorCode::Diverged,
            "epoch " + std::to_string(epoch) + ", batch " + std::to_string(batch) +
                ", learning rate " + nlohmann::json(m_options.learningRate).dump(),
            {}});
    }
    // An epoch shorter than the article's hundred batches tells its loss at its end.
    const int batches = std::min(kLossEvery, m_batches);
    if (batch % batches == 0) {
        m_result.losses.push_back(
            {.epoch = epoch,
             .epochs = m_options.epochs,
             .batch = batch,
             .batches = m_batches,
             .loss = sum / batches});
        if (m_callbacks.onLoss) {
            m_callbacks.onLoss(m_result.losses.back());
        }
    }
    return {};
}

void Run::reportProgress(int epoch, int batch)
{
    if (!m_callbacks.onProgress) {
        return;
    }
    const double seconds = m_trainingSeconds + secondsSince(m_epochStart);
    const double done = static_cast<double>(epoch - 1) * m_batches + batch;
    const double all = static_cast<double>(m_options.epochs) * m_batches;
    const double digits =
        static_cast<double>(epoch - 1) * static_cast<double>(m_count) +
        std::min<double>(
            static_cast<double>(batch) * m_options.batchSize, static_cast<double>(m_count));
    m_callbacks.onProgress(
        {.epoch = epoch,
         .epochs = m_options.epochs,
         .batch = batch,
         .batches = m_batches,
         .digitsPerSecond = seconds > 0 ? digits / seconds : 0,
         .secondsLeft = seconds / done * (all - done)});
}

Result<void> Run::evaluateEpoch(int epoch)
{
    EpochResult result{
        .epoch = epoch,
        .epochs = m_options.epochs,
        .batches = m_batches,
        .trainingLoss = m_epochLoss / m_batches,
        .testLoss = {},
        .testAccuracy = {}};
    if (!m_test.empty()) {
        const auto evaluation = evaluate(*modelOf(m_step->network(), {}), m_test, m_stop);
        if (!evaluation) {
            return std::unexpected(evaluation.error());
        }
        if (evaluation->count < static_cast<std::int64_t>(m_test.size())) {
            m_result.stopped = true;
            return {};
        }
        result.testLoss = evaluation->meanLoss;
        result.testAccuracy = evaluation->accuracy();
    }
    m_result.epochs.push_back(result);
    if (m_callbacks.onEpoch) {
        m_callbacks.onEpoch(result);
    }
    return {};
}

/// Of the batch after `batch` - 1 in `epoch`.
double Run::learningRate(int epoch, int batch) const
{
    if (!m_options.schedule) {
        return m_options.learningRate;
    }
    constexpr double kRise = 0.05;
    const double done = (static_cast<double>(epoch - 1) * m_batches + batch) /
                        (static_cast<double>(m_options.epochs) * m_batches);
    const double part = done < kRise
                            ? done / kRise
                            : 0.5 + 0.5 * std::cos(std::numbers::pi * (done - kRise) / (1 - kRise));
    return m_options.learningRate * part;
}

std::shared_ptr<const TorchModel> Run::modelOf(Network network, std::string recipe) const
{
    return std::make_shared<TorchModel>(
        std::move(network), TorchModel::Normalisation{m_options.mean, m_options.deviation},
        std::move(recipe));
}

/// What the article's recipe does without, where it is on.
void Run::addFurtherOptions(nlohmann::ordered_json& recipe) const
{
    const auto add = [&recipe](const char* name, auto value) {
        if (value != decltype(value){}) {
            recipe[name] = value;
        }
    };
    add("schedule", m_options.schedule);
    add("weightDecay", m_options.weightDecay);
    add("labelSmoothing", m_options.labelSmoothing);
    add("averaging", m_options.averaging);
    if (m_options.calibration > 0) {
        recipe["calibration"] = m_options.calibration;
        recipe["calibrationDigits"] = m_split.held.size();
        recipe["temperature"] = m_temperature;
    }
    for (const Corruption corruption : kCorruptions) {
        const auto [share, strength] = m_options.augmentation[corruption];
        if (share > 0 && strength > 0) {
            recipe["augmentation"][std::string(nameOf(corruption))] = {share, strength};
        }
    }
}

/// What it takes to make this model again, and how good it is. No times: the same run writes the
/// same text.
std::string Run::recipe() const
{
    nlohmann::ordered_json recipe{
        {"network", m_options.network},
        {"epochs", m_options.epochs},
        {"batchSize", m_options.batchSize},
        {"learningRate", m_options.learningRate},
        {"seed", m_options.seed},
        {"shuffle", m_options.shuffle},
        {"mean", m_options.mean},
        {"deviation", m_options.deviation},
        {"device", m_device.str()},
        {"threads", m_threads},
        {"data", m_dataName},
        {"trainingDigits", m_count},
        {"testDigits", m_test.size()},
        {"epochsDone", m_result.epochs.size()}};
    if (m_options.network == kSimpleNn) {
        recipe["hiddenUnits"] = m_options.hiddenUnits;
    }
    addFurtherOptions(recipe);
    if (!m_result.epochs.empty()) {
        const EpochResult& last = m_result.epochs.back();
        recipe["trainingLoss"] = last.trainingLoss;
        if (last.testAccuracy) {
            recipe["testLoss"] = *last.testLoss;
            recipe["testAccuracy"] = *last.testAccuracy;
        }
    }
    recipe["digitpad"] = DIGITPAD_VERSION;
    recipe["engine"] = torchVersion();
    // A data name that is no UTF-8 must not cost the model.
    return recipe.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace

Result<TrainingResult> trainNetwork(
    const Dataset& training, const Dataset& test, const TrainingOptions& options,
    const std::string& dataName, const TrainingCallbacks& callbacks, const std::stop_token& stop,
    c10::Device device)
{
    // Autograd takes no tensors of inference mode; it is switched on for itself alone.
    const bool lean = isLean(options, device);
    const c10::InferenceMode inference(lean);
    const at::NoGradGuard noDerivatives;
    const int threads = options.threads > 0 ? options.threads : threadsFor(options, device);
    const ThreadCount ofOperations(lean ? 1 : threads);
    return Run(training, test, options, dataName, callbacks, stop, device, threads).run();
}

} // namespace digitpad
