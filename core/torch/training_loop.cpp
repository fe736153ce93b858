// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/training_loop.h"

#include "core/data/fingerprint.h"
#include "core/engine/evaluation.h"
#include "core/torch/calibration.h"
#include "core/torch/devices.h"
#include "core/torch/recipe.h"
#include "core/torch/torch_model.h"
#include "core/torch/training.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>
#include <utility>

namespace digitpad {
namespace {

constexpr int kLossEvery = 100; // batches, as in the article

bool isFinite(const LearningState& state)
{
    const auto are = [](const std::vector<float>& numbers) {
        return std::ranges::all_of(numbers, [](float number) { return std::isfinite(number); });
    };
    return are(state.weights) && are(state.gradientMean) && are(state.gradientSquare) &&
           are(state.average) && std::isfinite(state.loss);
}

} // namespace

TrainingLoop::TrainingLoop(
    const Dataset& training, const Dataset& test, const TrainingOptions& options,
    const std::string& dataName, const TrainingCallbacks& callbacks, const std::stop_token& stop,
    at::Generator random, std::unique_ptr<TrainingStep> step)
    : m_training(training),
      m_test(test),
      m_options(options),
      m_controls{.learningRate = options.learningRate, .epochs = options.epochs},
      m_dataName(dataName),
      m_callbacks(callbacks),
      m_stop(stop),
      m_random(std::move(random)),
      m_step(std::move(step)),
      m_split(split(training, options)),
      m_batches(batchesOf(static_cast<std::int64_t>(m_split.learnt.size()), options.batchSize))
{
}

void TrainingLoop::beginWith(std::string history)
{
    m_startedFrom = std::move(history);
    m_good = m_step->network();
}

void TrainingLoop::goOnFrom(const Checkpoint& from)
{
    m_startedFrom = from.startedFrom;
    m_controls = from.controls();
    m_changes = from.changes;
    m_batch = from.batch;
    m_epochLoss = from.epochLoss;
    m_clock.addBefore(from.seconds);
    m_result.losses = from.losses;
    m_result.epochs = from.epochs;
    m_digitsBefore = digitsDone();
    m_fingerprints = {from.trainingFingerprint, from.testFingerprint};
    for (std::size_t epoch = 0; epoch < from.epochs.size(); ++epoch) {
        std::ignore = drawOrderSeed(m_options.shuffle, m_random);
    }
    const auto epochs = static_cast<std::int64_t>(from.epochs.size());
    m_step->restore(from.state, epochs * m_batches + m_batch);
    m_good = m_step->network();
}

Result<TrainingResult> TrainingLoop::run()
{
    if (auto done = trainEpochs(); !done) {
        if (done.error().code != ErrorCode::Diverged || !m_good) {
            return std::unexpected(done.error());
        }
        m_result.failure = done.error();
    }
    Network network = m_result.failure ? *std::move(m_good) : m_step->network();
    const double temperature =
        m_options.calibration > 0 ? calibrate(network, m_training, m_split.held, m_options) : 1;
    m_result.model = modelOn(network.flat.device(), fileOf(network, recipe(temperature)));
    m_result.seconds = m_clock.all();
    return std::move(m_result);
}

Result<void> TrainingLoop::trainEpochs()
{
    while (!m_result.stopped && goesOn()) {
        auto done = trainEpoch();
        if (done && !m_result.stopped) {
            done = evaluateEpoch();
        }
        if (done) {
            done = saveCheckpoint();
        }
        if (!done) {
            return done;
        }
    }
    return {};
}

/// Whether there is an epoch to do; one more may be asked for until the end.
bool TrainingLoop::goesOn()
{
    if (epoch() > m_controls.epochs) {
        askForChanges();
    }
    return epoch() <= m_controls.epochs;
}

Result<void> TrainingLoop::trainEpoch()
{
    m_clock.beginEpoch();
    const auto order =
        orderOf(m_split.learnt, m_options.shuffle, drawOrderSeed(m_options.shuffle, m_random));
    while (m_batch < m_batches) {
        if (auto asked = askBeforeBatch(); !asked || m_result.stopped) {
            return asked;
        }
        const auto batchSize = static_cast<std::size_t>(m_options.batchSize);
        const std::size_t first = static_cast<std::size_t>(m_batch) * batchSize;
        const std::size_t size = std::min(batchSize, order.size() - first);
        ++m_batch;
        m_step->run(std::span(order).subspan(first, size), learningRate());
        if (m_batch % kLossEvery == 0 || m_batch == m_batches) {
            if (auto reported = reportLoss(); !reported) {
                return reported;
            }
        }
        reportProgress();
    }
    m_clock.endEpoch();
    return {};
}

/// What may happen between two batches.
Result<void> TrainingLoop::askBeforeBatch()
{
    if (m_callbacks.wantsCheckpoint && m_callbacks.wantsCheckpoint()) {
        if (auto saved = saveCheckpoint(); !saved) {
            return saved;
        }
    }
    askForChanges();
    m_result.stopped = m_stop.stop_requested();
    return {};
}

void TrainingLoop::askForChanges()
{
    if (!m_callbacks.beforeBatch) {
        return;
    }
    TrainingControls wanted = m_controls;
    m_clock.leaveOut([&] { m_callbacks.beforeBatch(wanted); });
    if (!isLearningRate(wanted.learningRate)) {
        wanted.learningRate = m_controls.learningRate;
    }
    if (wanted.epochs < epoch() || wanted.epochs > kMostEpochs) {
        wanted.epochs = m_controls.epochs;
    }
    if (wanted != m_controls) {
        m_controls = wanted;
        m_changes.push_back({.epoch = epoch(), .batch = m_batch, .controls = wanted});
        if (m_callbacks.onChange) {
            m_callbacks.onChange(m_changes.back());
        }
    }
}

Error TrainingLoop::diverged() const
{
    return {
        ErrorCode::Diverged,
        "epoch " + std::to_string(epoch()) + ", batch " + std::to_string(m_batch) +
            ", learning rate " + nlohmann::json(m_controls.learningRate).dump(),
        {}};
}

/// Reads the losses gathered on the device, which waits for it: only now and then.
Result<void> TrainingLoop::reportLoss()
{
    const double sum = m_step->takeLoss();
    m_epochLoss += sum;
    // A loss can still be finite when the step that followed it was not.
    Network network = m_step->network();
    if (!std::isfinite(sum) || !network.flat.isfinite().all().item<bool>()) {
        return std::unexpected(diverged());
    }
    if (m_result.epochs.empty()) {
        m_good = std::move(network);
    }
    // An epoch shorter than the article's hundred batches tells its loss at its end.
    const int batches = std::min(kLossEvery, m_batches);
    if (m_batch % batches == 0) {
        m_result.losses.push_back(
            {.epoch = epoch(),
             .epochs = m_controls.epochs,
             .batch = m_batch,
             .batches = m_batches,
             .loss = sum / batches});
        if (m_callbacks.onLoss) {
            m_callbacks.onLoss(m_result.losses.back());
        }
    }
    return {};
}

double TrainingLoop::digitsDone() const
{
    const auto count = static_cast<double>(m_split.learnt.size());
    return static_cast<double>(epoch() - 1) * count +
           std::min(static_cast<double>(m_batch) * m_options.batchSize, count);
}

void TrainingLoop::reportProgress()
{
    if (!m_callbacks.onProgress) {
        return;
    }
    const double spent = m_clock.training();
    const double done = digitsDone() - m_digitsBefore;
    const double all = m_controls.epochs * static_cast<double>(m_split.learnt.size());
    m_callbacks.onProgress(
        {.epoch = epoch(),
         .epochs = m_controls.epochs,
         .batch = m_batch,
         .batches = m_batches,
         .digitsPerSecond = spent > 0 ? done / spent : 0,
         .secondsLeft = spent / done * (all - digitsDone())});
}

Result<void> TrainingLoop::evaluateEpoch()
{
    EpochResult result{
        .epoch = epoch(),
        .epochs = m_controls.epochs,
        .batches = m_batches,
        .trainingLoss = m_epochLoss / m_batches,
        .testLoss = {},
        .testAccuracy = {}};
    Network network = m_step->network();
    if (!m_test.empty()) {
        const auto model = modelOn(
            network.flat.device(), fileOf(network, {}),
            static_cast<std::size_t>(m_options.threads));
        const auto evaluation = evaluate(*model, m_test, m_stop);
        if (!evaluation) {
            return std::unexpected(evaluation.error());
        }
        if (evaluation->count < static_cast<std::int64_t>(m_test.size())) {
            m_result.stopped = true;
            return {};
        }
        if (!std::isfinite(evaluation->meanLoss)) { // weights so large that reading overflows
            return std::unexpected(diverged());
        }
        result.testLoss = evaluation->meanLoss;
        result.testAccuracy = evaluation->accuracy();
    }
    m_good = std::move(network);
    m_result.epochs.push_back(result);
    m_batch = 0;
    m_epochLoss = 0;
    if (m_callbacks.onEpoch) {
        m_callbacks.onEpoch(result);
    }
    return {};
}

Result<void> TrainingLoop::saveCheckpoint()
{
    if (!m_callbacks.onCheckpoint) {
        return {};
    }
    LearningState state = m_step->state();
    if (!isFinite(state)) {
        return std::unexpected(diverged());
    }
    if (!m_fingerprints) {
        m_fingerprints = {fingerprint(m_training), fingerprint(m_test)};
    }
    m_callbacks.onCheckpoint(
        {.options = m_options,
         .dataName = m_dataName,
         .startedFrom = m_startedFrom,
         .trainingDigits = static_cast<std::int64_t>(m_training.size()),
         .testDigits = static_cast<std::int64_t>(m_test.size()),
         .trainingFingerprint = m_fingerprints->at(0),
         .testFingerprint = m_fingerprints->at(1),
         .note = {},
         .program = "Digitpad " DIGITPAD_VERSION ", " + torchVersion(),
         .batches = m_batches,
         .batch = m_batch,
         .epochLoss = m_epochLoss,
         .seconds = m_clock.all(),
         .state = std::move(state),
         .losses = m_result.losses,
         .epochs = m_result.epochs,
         .changes = m_changes});
    return {};
}

/// Of the step that makes the m_batch'th of the epoch.
double TrainingLoop::learningRate() const
{
    if (!m_options.schedule) {
        return m_controls.learningRate;
    }
    constexpr double kRise = 0.05;
    const double done = (static_cast<double>(epoch() - 1) * m_batches + m_batch) /
                        (static_cast<double>(m_controls.epochs) * m_batches);
    const double part = done < kRise
                            ? done / kRise
                            : 0.5 + 0.5 * std::cos(std::numbers::pi * (done - kRise) / (1 - kRise));
    return m_controls.learningRate * part;
}

NetworkFile TrainingLoop::fileOf(const Network& network, std::string recipe) const
{
    const at::Tensor flat = network.flat.cpu();
    const auto* first = flat.data_ptr<float>();
    return {
        .network = network.kind,
        .hiddenUnits = network.hiddenUnits,
        .numbers = {first, first + flat.numel()},
        .recipe = std::move(recipe),
        .mean = m_options.mean,
        .deviation = m_options.deviation};
}

std::string TrainingLoop::recipe(double temperature) const
{
    return recipeOf(
        {.options = m_options,
         .dataName = m_dataName,
         .startedFrom = m_startedFrom,
         .trainingDigits = m_split.learnt.size(),
         .calibrationDigits = m_split.held.size(),
         .testDigits = m_test.size(),
         .temperature = temperature,
         .epochs = m_result.epochs,
         .changes = m_changes});
}

} // namespace digitpad
