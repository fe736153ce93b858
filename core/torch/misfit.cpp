// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/misfit.h"

#include "core/data/fingerprint.h"
#include "core/reading/network_file.h"
#include "core/reading/pickle.h"
#include "core/torch/training.h"
#include "core/torch/training_order.h"

#include <algorithm>
#include <span>

namespace digitpad {
namespace {

std::string countsOf(std::int64_t training, std::int64_t test)
{
    return std::to_string(training) + " digits and " + std::to_string(test) + " to test";
}

std::optional<Error> otherData(const Checkpoint& from, const Dataset& training, const Dataset& test)
{
    const auto trainingDigits = static_cast<std::int64_t>(training.size());
    const auto testDigits = static_cast<std::int64_t>(test.size());
    const std::string wanted = "the run is on \"" + from.dataName + "\", " +
                               countsOf(from.trainingDigits, from.testDigits);
    if (from.trainingDigits != trainingDigits || from.testDigits != testDigits) {
        return Error{
            ErrorCode::OtherData,
            wanted + "; this data has " + countsOf(trainingDigits, testDigits),
            {}};
    }
    if (from.trainingFingerprint != fingerprint(training) ||
        from.testFingerprint != fingerprint(test)) {
        return Error{ErrorCode::OtherData, wanted + "; this data has as many, but others", {}};
    }
    return std::nullopt;
}

/// Whether the running variances among a network's numbers are from 0.
bool hasVariances(const Checkpoint& from, std::span<const float> numbers)
{
    for (const NetworkTensor& tensor :
         networkTensors(from.options.network, from.options.hiddenUnits)) {
        const auto count = static_cast<std::size_t>(elementCount(tensor.shape));
        if (tensor.name.ends_with(".running_var") && std::ranges::min(numbers.first(count)) < 0) {
            return false;
        }
        numbers = numbers.subspan(count);
    }
    return true;
}

/// What is wrong with the checkpoint whatever the data; empty where nothing is.
std::string fault(const Checkpoint& from)
{
    const auto [learningRate, epochs] = from.controls();
    if (!isLearningRate(learningRate) || epochs < 1 || epochs > kMostEpochs) {
        return "a learning rate or a number of epochs out of its range";
    }
    const LearningState& state = from.state;
    const auto numbers =
        static_cast<std::size_t>(networkNumbers(from.options.network, from.options.hiddenUnits));
    const std::size_t averages = from.options.averaging > 0 ? numbers : 0;
    if (state.weights.size() != numbers || state.gradientMean.size() != numbers ||
        state.gradientSquare.size() != numbers || state.average.size() != averages) {
        return "expected " + std::to_string(numbers) + " numbers of a " + from.options.network +
               ", found " + std::to_string(state.weights.size());
    }
    if (!hasVariances(from, state.weights) ||
        (averages > 0 && !hasVariances(from, state.average))) {
        return "variances below 0";
    }
    return {};
}

} // namespace

std::optional<Error> misfit(const Checkpoint& from, const Dataset& training, const Dataset& test)
{
    if (auto wrong = fault(from); !wrong.empty()) {
        return Error{ErrorCode::Damaged, std::move(wrong), {}};
    }
    if (auto other = otherData(from, training, test)) {
        return other;
    }
    const auto learnt = static_cast<std::int64_t>(split(training, from.options).learnt.size());
    const int batches = batchesOf(learnt, from.options.batchSize);
    if (from.batches != batches || from.batch < 0 || from.batch > batches) {
        return Error{
            ErrorCode::Damaged,
            "expected " + std::to_string(batches) + " batches an epoch, found batch " +
                std::to_string(from.batch) + " of " + std::to_string(from.batches),
            {}};
    }
    return std::nullopt;
}

} // namespace digitpad
