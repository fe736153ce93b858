// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_data.h"

#include "core/data/mnist.h"
#include "core/data/synthetic.h"

#include <QFile>

#include <algorithm>
#include <filesystem>
#include <new>
#include <utility>

namespace digitpad {

namespace {

Result<TrainingData> readMnist(const std::filesystem::path& folder, const std::stop_token& stop)
{
    Result<Dataset> training = readMnistTraining(folder, stop);
    if (!training) {
        return std::unexpected(training.error());
    }
    TrainingData data{
        .training = *std::move(training),
        .test = {},
        .name = "MNIST files in " + folder.filename().string()};
    if (hasMnistTest(folder)) {
        Result<Dataset> test = readMnistTest(folder, stop);
        if (!test) {
            return std::unexpected(test.error());
        }
        data.test = *std::move(test);
    }
    return data;
}

TrainingData drawSynthetic(int count, std::uint64_t seed, const std::stop_token& stop)
{
    const auto size = static_cast<std::size_t>(count);
    return {
        .training = syntheticDigits(size, seed, stop),
        .test = syntheticDigits(std::max<std::size_t>(size / 10, 1), seed + 1, stop),
        .name = std::to_string(count) + " synthetic digits, seed " + std::to_string(seed)};
}

} // namespace

Result<TrainingData> readTrainingData(const TrainingRequest& request, const std::stop_token& stop)
{
    const DataSource& source = request.data;
    try {
        switch (source.kind) {
        case DataSource::Kind::Mnist:
            return readMnist(QFile::encodeName(source.folder).toStdString(), stop);
        case DataSource::Kind::Synthetic:
            break;
        }
        return drawSynthetic(source.count, request.options.seed, stop);
    } catch (const std::bad_alloc&) {
        return std::unexpected(
            Error{.code = ErrorCode::OutOfMemory, .detail = "no memory for the data", .file = {}});
    }
}

} // namespace digitpad
