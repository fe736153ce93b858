// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

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
/// points and a result for each epoch, and stops between epochs when asked to.
class FakeEngine : public Engine {
public:
    std::string version() const override { return "fake 1.0"; }

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
        const std::string& /*dataName*/, const TrainingCallbacks& callbacks,
        const std::stop_token& stop) const override
    {
        if (training.empty()) {
            return std::unexpected(
                Error{.code = ErrorCode::InvalidOptions, .detail = "no training data", .file = {}});
        }
        TrainingResult result{
            .model = std::make_shared<FakeModel>(),
            .stopped = false,
            .losses = {},
            .epochs = {},
            .seconds = 0.5};
        for (int epoch = 1; epoch <= options.epochs; ++epoch) {
            if (stop.stop_requested()) {
                result.stopped = true;
                break;
            }
            for (const int batch : {100, 200}) {
                result.losses.push_back(
                    {.epoch = epoch,
                     .epochs = options.epochs,
                     .batch = batch,
                     .batches = 200,
                     .loss = 1.0 / (epoch + batch / 200.0)});
                call(callbacks.onLoss, result.losses.back());
                call(
                    callbacks.onProgress, TrainingProgress{
                                              .epoch = epoch,
                                              .epochs = options.epochs,
                                              .batch = batch,
                                              .batches = 200,
                                              .digitsPerSecond = 10000,
                                              .secondsLeft = 1.0 * (options.epochs - epoch)});
            }
            EpochResult done{
                .epoch = epoch,
                .epochs = options.epochs,
                .batches = 2,
                .trainingLoss = 1.0 / epoch,
                .testLoss = {},
                .testAccuracy = {}};
            if (!test.empty()) {
                done.testLoss = 1.0 / epoch;
                done.testAccuracy = 1.0 - 0.1 / epoch;
            }
            result.epochs.push_back(done);
            call(callbacks.onEpoch, done);
        }
        return result;
    }

    Result<TrainingResult> resume(
        const Dataset& training, const Dataset& test, const Checkpoint& from,
        const std::string& dataName, const TrainingCallbacks& callbacks,
        const std::stop_token& stop) const override
    {
        TrainingOptions options = from.options;
        options.epochs = from.controls().epochs;
        return train(training, test, options, dataName, callbacks, stop);
    }

private:
    template <class Callback, class Value>
    static void call(const Callback& callback, const Value& value)
    {
        if (callback) {
            callback(value);
        }
    }
};

} // namespace digitpad::tests
