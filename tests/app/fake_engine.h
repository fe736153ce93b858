// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/engine/point_map.h"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace digitpad::tests {

/// A model that reads every glyph as one digit, with 91 % for it and 1 % for each other.
class FakeModel : public Model {
public:
    explicit FakeModel(int digit = 7, std::string device = "cpu", float digitScore = 1)
        : m_digit(digit),
          m_digitScore(digitScore),
          m_info{
              .network = "simple-nn",
              .parameters = 101770,
              .device = std::move(device),
              .recipe = {}}
    {
    }

    const ModelInfo& info() const override { return m_info; }

    Result<std::vector<Prediction>> read(std::span<const Glyph> glyphs) const override
    {
        Prediction prediction;
        prediction.probabilities.fill(0.01F);
        prediction.probabilities[static_cast<std::size_t>(m_digit)] = 0.91F;
        prediction.digitScore = m_digitScore;
        return std::vector<Prediction>(glyphs.size(), prediction);
    }

    Result<std::string> toPth() const override { return std::to_string(m_digit); }

private:
    int m_digit;
    float m_digitScore;
    ModelInfo m_info;
};

/// An engine that computes nothing. A "pth" of one digit loads as a model that reads that digit,
/// any other as one that reads 7, and the bytes "damaged" are an error. train() reports two loss
/// points and a result for each epoch, and does between them what the real one does between
/// batches.
class FakeEngine : public Engine {
public:
    std::string version() const override { return "fake 1.0"; }
    CpuFacts cpuFacts() const override { return {}; }

    std::vector<Device> devices() const override
    {
        return {{.id = "cpu", .name = "A processor"}, {.id = "cuda:0", .name = "A graphics card"}};
    }

    Result<std::shared_ptr<const Model>>
    load(std::string_view pth, const std::string& device) const override
    {
        if (pth == "damaged") {
            return std::unexpected(
                Error{.code = ErrorCode::Damaged, .detail = "not a zip file", .file = {}});
        }
        if (device != "cpu" && device != "cuda:0" && device != "auto") {
            return std::unexpected(Error{
                .code = ErrorCode::NoSuchDevice, .detail = "there are cpu, cuda:0", .file = {}});
        }
        const bool digit = pth.size() == 1 && pth.front() >= '0' && pth.front() <= '9';
        return std::make_shared<FakeModel>(
            digit ? pth.front() - '0' : 7, device == "auto" ? "cpu" : device);
    }

    Result<TrainingResult> train(
        const Dataset& training, const Dataset& test, const TrainingOptions& options,
        const std::string& dataName, const TrainingCallbacks& callbacks,
        const std::stop_token& stop) const override
    {
        return resume(training, test, startOf(options, dataName), dataName, callbacks, stop);
    }

    Result<TrainingResult> fineTune(
        const Model& /*from*/, const Dataset& training, const Dataset& test,
        const TrainingOptions& options, const std::string& dataName,
        const TrainingCallbacks& callbacks, const std::stop_token& stop) const override
    {
        Checkpoint start = startOf(options, dataName);
        start.startedFrom = "[{}]";
        return resume(training, test, start, dataName, callbacks, stop);
    }

    Result<TrainingResult> resume(
        const Dataset& training, const Dataset& test, const Checkpoint& from,
        const std::string& /*dataName*/, const TrainingCallbacks& callbacks,
        const std::stop_token& stop) const override
    {
        if (training.empty()) {
            return std::unexpected(
                Error{.code = ErrorCode::InvalidOptions, .detail = "no training data", .file = {}});
        }
        Checkpoint at = from;
        at.options.threads = 1;
        at.trainingDigits = static_cast<std::int64_t>(training.size());
        at.testDigits = static_cast<std::int64_t>(test.size());
        bool stopped = false;
        while (!stopped && goesOn(at, callbacks)) {
            stopped = !trainEpoch(at, callbacks, stop);
            if (!stopped) {
                tellEpoch(at, callbacks, !test.empty());
            }
            call(callbacks.onCheckpoint, Checkpoint(at));
        }
        return TrainingResult{
            .model = std::make_shared<FakeModel>(),
            .stopped = stopped,
            .losses = at.losses,
            .epochs = at.epochs,
            .seconds = 0.5};
    }

    Result<std::shared_ptr<const Inside>> lookInside(const Model& /*model*/) const override
    {
        return std::unexpected(
            Error{.code = ErrorCode::Unsupported, .detail = "there is nothing inside", .file = {}});
    }

    Result<std::shared_ptr<const Model>>
    edited(const Model& model, const Edits& /*edits*/) const override
    {
        return load(model.toPth().value(), model.info().device);
    }

    Result<PointMap> layOut(
        std::span<const float> points, std::size_t dimensions, const MapOptions& /*options*/,
        const std::function<void(const MapProgress&)>& /*onProgress*/,
        const std::stop_token& /*stop*/) const override
    {
        return PointMap{.places = std::vector<Place>(points.size() / dimensions)};
    }

private:
    static Checkpoint startOf(const TrainingOptions& options, const std::string& dataName)
    {
        Checkpoint start;
        start.options = options;
        start.dataName = dataName;
        start.batches = 200;
        start.state = {
            .weights = {1}, .gradientMean = {0}, .gradientSquare = {0}, .average = {}, .loss = 0};
        return start;
    }

    static void askForChanges(Checkpoint& at, const TrainingCallbacks& callbacks)
    {
        TrainingControls controls = at.controls();
        const std::size_t before = at.changes.size();
        call(callbacks.beforeBatch, controls);
        at.change(controls);
        if (at.changes.size() > before) {
            call(callbacks.onChange, at.changes.back());
        }
    }

    static bool goesOn(Checkpoint& at, const TrainingCallbacks& callbacks)
    {
        if (at.isDone()) {
            askForChanges(at, callbacks);
        }
        return !at.isDone();
    }

    /// Two hundred batches that are done a hundred at a time; false where it was stopped.
    static bool
    trainEpoch(Checkpoint& at, const TrainingCallbacks& callbacks, const std::stop_token& stop)
    {
        const int epoch = static_cast<int>(at.epochs.size()) + 1;
        while (at.batch < at.batches) {
            if (callbacks.wantsCheckpoint && callbacks.wantsCheckpoint()) {
                call(callbacks.onCheckpoint, Checkpoint(at));
            }
            askForChanges(at, callbacks);
            if (stop.stop_requested()) {
                return false;
            }
            at.batch += 100;
            at.losses.push_back(
                {.epoch = epoch,
                 .epochs = at.controls().epochs,
                 .batch = at.batch,
                 .batches = at.batches,
                 .loss = 1.0 / (epoch + at.batch / 200.0)});
            call(callbacks.onLoss, at.losses.back());
            call(
                callbacks.onProgress, TrainingProgress{
                                          .epoch = epoch,
                                          .epochs = at.controls().epochs,
                                          .batch = at.batch,
                                          .batches = at.batches,
                                          .digitsPerSecond = 10000,
                                          .secondsLeft = 1.0 * (at.controls().epochs - epoch)});
        }
        return true;
    }

    static void tellEpoch(Checkpoint& at, const TrainingCallbacks& callbacks, bool isTested)
    {
        const int epoch = static_cast<int>(at.epochs.size()) + 1;
        EpochResult done{
            .epoch = epoch,
            .epochs = at.controls().epochs,
            .batches = at.batches,
            .trainingLoss = 1.0 / epoch,
            .testLoss = {},
            .testAccuracy = {}};
        if (isTested) {
            done.testLoss = 1.0 / epoch;
            done.testAccuracy = 1.0 - 0.1 / epoch;
        }
        at.epochs.push_back(done);
        at.batch = 0;
        call(callbacks.onEpoch, done);
    }

    template <class Callback, class... Values>
    static void call(const Callback& callback, Values&&... values)
    {
        if (callback) {
            callback(std::forward<Values>(values)...);
        }
    }
};

} // namespace digitpad::tests
