// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training_data.h"

#include "app/pictures/picture_folder.h"
#include "core/data/ink_file.h"
#include "core/data/mnist.h"
#include "core/data/nondigits.h"
#include "core/data/photographed.h"
#include "core/data/synthetic.h"

#include <algorithm>
#include <cstddef>
#include <new>
#include <numeric>
#include <random>
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

/// So many, drawn by the seed; the same on every machine.
Dataset someOf(const Dataset& all, std::size_t count, std::uint64_t seed)
{
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937_64 random(seed);
    Dataset some;
    for (std::size_t i = 0; i < count; ++i) {
        std::swap(order[i], order[i + random() % (order.size() - i)]);
        some.glyphs.push_back(all.glyphs[order[i]]);
        some.labels.push_back(all.labels[order[i]]);
    }
    return some;
}

Dataset firstOf(const Dataset& all, std::size_t count)
{
    const auto end = static_cast<std::ptrdiff_t>(count);
    return {
        .glyphs = {all.glyphs.begin(), all.glyphs.begin() + end},
        .labels = {all.labels.begin(), all.labels.begin() + end}};
}

Result<void> addMnist(
    TrainingData& data, const DataSources& sources, std::uint64_t seed, const std::stop_token& stop)
{
    const std::filesystem::path folder = *sources.mnist;
    auto training = readMnistTraining(folder, stop);
    if (!training) {
        return std::unexpected(training.error());
    }
    std::string name = ownName(folder);
    if (sources.mnistDigits > 0 && sources.mnistDigits < training->size()) {
        *training = someOf(*training, sources.mnistDigits, seed);
        name = std::to_string(training->size()) + " digits of " + name;
    }
    add(data, DataKind::Mnist, std::move(*training), name);
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

Result<void> addSamples(TrainingData& data, const OwnSamples& samples, std::uint64_t seed)
{
    auto own = readOwnSamples(samples, seed);
    if (!own) {
        return std::unexpected(own.error());
    }
    data.ownIsLearnt = own->kept.empty();
    data.own = data.ownIsLearnt ? firstOf(own->learnt, own->samples) : std::move(own->kept);
    add(data, DataKind::Samples, std::move(own->learnt),
        std::to_string(own->samples) + " own samples");
    return {};
}

Result<TrainingData>
readAll(const DataSources& sources, const TrainingOptions& options, const std::stop_token& stop)
{
    TrainingData data;
    if (sources.mnist) {
        if (const auto read = addMnist(data, sources, options.seed, stop); !read) {
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
    if (sources.samples) {
        if (const auto read = addSamples(data, *sources.samples, options.seed); !read) {
            return std::unexpected(read.error());
        }
        if (data.test.empty() && !data.ownIsLearnt) {
            data.test = std::exchange(data.own, {});
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

bool isAny(const DataSources& sources)
{
    return sources.mnist || sources.ink || sources.pictures || sources.samples ||
           sources.synthetic > 0;
}

DataCounts countsOf(const TrainingData& data)
{
    const auto none = static_cast<std::size_t>(std::ranges::count(data.training.labels, kNoDigit));
    return {
        .digits = data.training.size() - none,
        .none = none,
        .test = data.test.size(),
        .own = data.own.size(),
        .ownIsLearnt = data.ownIsLearnt};
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
