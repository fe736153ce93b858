// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

#include "core/reading/edit.h"
#include "core/reading/network_file.h"
#include "core/torch/devices.h"
#include "core/torch/guarded.h"
#include "core/torch/lay_out.h"
#include "core/torch/misfit.h"
#include "core/torch/recipe.h"
#include "core/torch/torch_inside.h"
#include "core/torch/torch_model.h"
#include "core/torch/training.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <utility>

namespace digitpad {
namespace {

/// Above `low` and at most `high`; not so for a NaN.
bool isIn(double value, double low, double high)
{
    return value > low && value <= high;
}

bool isFrom(double value, double low, double high)
{
    return value >= low && value <= high;
}

/// The first option out of its range, with the range; empty when all are fine.
std::string
invalidOption(const Dataset& training, const Dataset& test, const TrainingOptions& options)
{
    if (training.empty()) {
        return "training data: at least one digit";
    }
    if (options.network != kSimpleNn && options.network != kConvNet) {
        return "network: simple-nn or convnet";
    }
    const std::uint8_t lastLabel = options.network == kConvNet ? kNoDigit : 9;
    if (training.labels.size() != training.glyphs.size() ||
        std::ranges::max(training.labels) > lastLabel) {
        return "training data: a label from 0 to " + std::to_string(lastLabel) + " for every glyph";
    }
    if (test.labels.size() != test.glyphs.size() ||
        (!test.empty() && std::ranges::max(test.labels) > 9)) {
        return "test data: a label from 0 to 9 for every digit";
    }
    if (options.epochs < 1 || options.epochs > kMostEpochs) {
        return "epochs: 1 to 10000";
    }
    if (options.batchSize < 1 || options.batchSize > 65'536) {
        return "batchSize: 1 to 65536";
    }
    if (!isLearningRate(options.learningRate)) {
        return "learningRate: above 0, at most 10";
    }
    if (options.hiddenUnits < 1 || options.hiddenUnits > 65'536) {
        return "hiddenUnits: 1 to 65536";
    }
    if (!std::isfinite(options.mean)) {
        return "mean: a finite number";
    }
    if (!isIn(options.deviation, 0, std::numeric_limits<double>::max())) {
        return "deviation: above 0";
    }
    if (!isFrom(options.weightDecay, 0, 10)) {
        return "weightDecay: 0 to 10";
    }
    if (!isFrom(options.labelSmoothing, 0, 0.9)) {
        return "labelSmoothing: 0 to 0.9";
    }
    if (!isFrom(options.averaging, 0, 0.999999)) {
        return "averaging: 0 to 0.999999";
    }
    if (!isFrom(options.calibration, 0, 0.5)) {
        return "calibration: 0 to 0.5";
    }
    if (!std::ranges::all_of(options.augmentation.parts, [](const Augmentation::Part& part) {
            return isFrom(part.share, 0, 1) && isFrom(part.strength, 0, 2);
        })) {
        return "augmentation: shares 0 to 1, strengths 0 to 2";
    }
    if (options.threads < 0 || options.threads > 1024) {
        return "threads: 0 to 1024";
    }
    return {};
}

/// A model as it lies in its file, on whatever device it is.
Result<NetworkFile> networkOf(const Model& model)
{
    const auto pth = model.toPth();
    return pth ? readNetwork(*pth) : std::unexpected(pth.error());
}

class TorchEngine final : public Engine {
public:
    std::string version() const override { return torchVersion(); }
    CpuFacts cpuFacts() const override { return digitpad::cpuFacts(); }
    std::vector<Device> devices() const override { return listDevices(); }

    Result<std::shared_ptr<const Model>>
    load(std::string_view pth, const std::string& device) const override
    {
        return guarded([&]() -> Result<std::shared_ptr<const Model>> {
            const auto target = findDevice(device);
            if (!target) {
                return std::unexpected(target.error());
            }
            auto file = readNetwork(pth);
            if (!file) {
                return std::unexpected(std::move(file.error()));
            }
            return modelOn(*target, *std::move(file));
        });
    }

    Result<TrainingResult> train(
        const Dataset& training, const Dataset& test, const TrainingOptions& options,
        const std::string& dataName, const TrainingCallbacks& callbacks,
        const std::stop_token& stop) const override
    {
        return guarded([&]() -> Result<TrainingResult> {
            if (auto wrong = invalidOption(training, test, options); !wrong.empty()) {
                return std::unexpected(Error{ErrorCode::InvalidOptions, std::move(wrong), {}});
            }
            const auto device = findDevice(options.device);
            if (!device) {
                return std::unexpected(device.error());
            }
            return trainNetwork(training, test, options, dataName, callbacks, stop, *device);
        });
    }

    Result<TrainingResult> fineTune(
        const Model& from, const Dataset& training, const Dataset& test,
        const TrainingOptions& options, const std::string& dataName,
        const TrainingCallbacks& callbacks, const std::stop_token& stop) const override
    {
        return guarded([&]() -> Result<TrainingResult> {
            const auto network = networkOf(from);
            if (!network) {
                return std::unexpected(network.error());
            }
            TrainingOptions used = options;
            if (network->network == kSimpleNn) {
                used.hiddenUnits = static_cast<int>(network->hiddenUnits);
            }
            used.mean = network->mean;
            used.deviation = network->deviation;
            auto wrong = options.network == network->network
                             ? invalidOption(training, test, used)
                             : "network: " + network->network + ", as the model";
            if (!wrong.empty()) {
                return std::unexpected(Error{ErrorCode::InvalidOptions, std::move(wrong), {}});
            }
            const auto device = findDevice(options.device);
            if (!device) {
                return std::unexpected(device.error());
            }
            return trainNetwork(
                training, test, used, dataName, callbacks, stop, *device, {.network = &*network});
        });
    }

    Result<TrainingResult> resume(
        const Dataset& training, const Dataset& test, const Checkpoint& from,
        const std::string& dataName, const TrainingCallbacks& callbacks,
        const std::stop_token& stop) const override
    {
        return guarded([&]() -> Result<TrainingResult> {
            if (auto wrong = invalidOption(training, test, from.options); !wrong.empty()) {
                return std::unexpected(Error{ErrorCode::InvalidOptions, std::move(wrong), {}});
            }
            if (auto why = misfit(from, training, test)) {
                return std::unexpected(*std::move(why));
            }
            const auto device = findDevice(from.options.device);
            if (!device) {
                return std::unexpected(device.error());
            }
            return trainNetwork(
                training, test, from.options, dataName, callbacks, stop, *device,
                {.checkpoint = &from});
        });
    }

    Result<std::shared_ptr<const Inside>> lookInside(const Model& model) const override
    {
        return guarded([&]() -> Result<std::shared_ptr<const Inside>> {
            const auto file = networkOf(model);
            if (!file) {
                return std::unexpected(file.error());
            }
            const c10::InferenceMode inference;
            return std::make_shared<TorchInside>(*file);
        });
    }

    Result<std::shared_ptr<const Model>>
    edited(const Model& model, const Edits& edits) const override
    {
        return guarded([&]() -> Result<std::shared_ptr<const Model>> {
            auto file = networkOf(model);
            if (!file) {
                return std::unexpected(file.error());
            }
            file->recipe = recipeOfEdits(*file, edits);
            auto changed = digitpad::edited(*std::move(file), edits);
            if (!changed) {
                return std::unexpected(changed.error());
            }
            return modelOn(c10::Device(model.info().device), *std::move(changed));
        });
    }

    Result<PointMap> layOut(
        std::span<const float> points, std::size_t dimensions, const MapOptions& options,
        const std::function<void(const MapProgress&)>& onProgress,
        const std::stop_token& stop) const override
    {
        return guarded([&] { return layOutPoints(points, dimensions, options, onProgress, stop); });
    }
};

} // namespace
} // namespace digitpad

#pragma GCC visibility push(default)
digitpad::Engine* digitpad_create_engine()
{
    return std::make_unique<digitpad::TorchEngine>().release();
}
#pragma GCC visibility pop
