// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training_data.h"

#include "app/pictures/picture_folder.h"
#include "core/data/ink_file.h"
#include "core/data/mnist.h"
#include "core/data/nondigits.h"
#include "core/data/photographed.h"
#include "core/data/synthetic.h"

#include <algorithm>
#include <new>
#include <system_error>
#include <utility>

namespace digitpad {

namespace {

void add(TrainingData& data, DataKind kind, Dataset&& more, const std::string& name)
{
    data.parts.push_back({kind, more.size()});
    if (data.training.empty()) {
        data.training = std::move(more); // MNIST is 47 MB
    } else {
        data.training.glyphs.insert(
            data.training.glyphs.end(), more.glyphs.begin(), more.glyphs.end());
        data.training.labels.insert(
            data.training.labels.end(), more.labels.begin(), more.labels.end());
    }
    data.name += (data.name.empty() ? "" : ", ") + name;
}

Result<void>
addMnist(TrainingData& data, const std::filesystem::path& folder, const std::stop_token& stop)
{
    auto training = readMnistTraining(folder, stop);
    if (!training) {
        return std::unexpected(training.error());
    }
    add(data, DataKind::Mnist, std::move(*training), ownName(folder));
    if (hasMnistTest(folder)) {
        auto test = readMnistTest(folder, stop);
        if (!test) {
            return std::unexpected(test.error());
        }
        data.test = std::move(*test);
    }
    return {};
}

std::string seeded(std::size_t count, const char* what, std::uint64_t seed)
{
    return std::to_string(count) + what + ", seed " + std::to_string(seed);
}

/// The ink, and pictures of it.
Result<void> addInk(
    TrainingData& data, const DataSources& sources, std::uint64_t seed, const std::stop_token& stop)
{
    const auto samples = readLabelledInk(*sources.ink);
    if (!samples) {
        return std::unexpected(samples.error());
    }
    add(data, DataKind::Strokes, renderSamples(*samples), ownName(*sources.ink));
    if (sources.photographed > 0) {
        Dataset digits = photographedDigits(*samples, sources.photographed, seed, stop);
        const std::string name = seeded(digits.size(), " photographed digits", seed);
        add(data, DataKind::Photographed, std::move(digits), name);
    }
    return {};
}

Result<void> addPictures(TrainingData& data, const std::string& folder, const std::stop_token& stop)
{
    auto pictures = readLabelledPictures(folder, stop);
    if (!pictures) {
        return std::unexpected(pictures.error());
    }
    add(data, DataKind::Pictures, std::move(pictures->digits), ownName(folder));
    data.unread = std::move(pictures->unread);
    data.ignored = std::move(pictures->ignored);
    return {};
}

Result<TrainingData>
readAll(const DataSources& sources, const TrainingOptions& options, const std::stop_token& stop)
{
    TrainingData data;
    if (sources.mnist) {
        if (const auto read = addMnist(data, *sources.mnist, stop); !read) {
            return std::unexpected(read.error());
        }
    }
    if (sources.ink) {
        if (const auto read = addInk(data, sources, options.seed, stop); !read) {
            return std::unexpected(read.error());
        }
    }
    if (sources.pictures) {
        if (const auto read = addPictures(data, *sources.pictures, stop); !read) {
            return std::unexpected(read.error());
        }
    }
    if (sources.synthetic > 0) {
        add(data, DataKind::Synthetic, syntheticDigits(sources.synthetic, options.seed, stop),
            seeded(sources.synthetic, " synthetic digits", options.seed));
        if (!sources.mnist) {
            data.test = syntheticDigits(sources.syntheticTest, options.seed + 1, stop);
            data.syntheticTest = true;
        }
    }
    if (options.network == "convnet" && !stop.stop_requested()) {
        const std::size_t count = sources.noDigits.value_or(data.training.size() / 4);
        add(data, DataKind::NoDigits, nonDigits(count, options.seed),
            seeded(count, " of no digit", options.seed));
    }
    return data;
}

} // namespace

DataCounts countsOf(const TrainingData& data)
{
    const auto none = static_cast<std::size_t>(std::ranges::count(data.training.labels, kNoDigit));
    return {.digits = data.training.size() - none, .none = none, .test = data.test.size()};
}

std::string ownName(const std::filesystem::path& path)
{
    std::error_code unknown; // where the working directory is gone
    const auto absolute = std::filesystem::absolute(path, unknown);
    return (absolute.has_filename() ? absolute : absolute.parent_path()).filename().native();
}

Result<TrainingData> readTrainingData(
    const DataSources& sources, const TrainingOptions& options, const std::stop_token& stop)
{
    try {
        return readAll(sources, options, stop);
    } catch (const std::bad_alloc&) {
        return std::unexpected(
            Error{.code = ErrorCode::OutOfMemory, .detail = "no memory for the data", .file = {}});
    }
}

} // namespace digitpad
