// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/training_data.h"

#include "app/cli/messages.h"
#include "app/cli/picture_folder.h"
#include "core/data/ink_file.h"
#include "core/data/mnist.h"
#include "core/data/nondigits.h"
#include "core/data/synthetic.h"

#include <filesystem>

namespace digitpad {

namespace {

constexpr std::size_t kSyntheticTestDigits = 2000;

/// A source's own name: where it lies is nobody's business who is given the model.
std::string ownName(const std::filesystem::path& path)
{
    const auto absolute = std::filesystem::absolute(path);
    return (absolute.has_filename() ? absolute : absolute.parent_path()).filename().native();
}

void add(TrainingData& data, Dataset&& more, const std::string& name)
{
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

Result<void> addMnist(TrainingData& data, const std::filesystem::path& folder)
{
    auto training = readMnistTraining(folder);
    if (!training) {
        return std::unexpected(training.error());
    }
    add(data, std::move(*training), ownName(folder));
    if (hasMnistTest(folder)) {
        auto test = readMnistTest(folder);
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

} // namespace

DataSources chosenDataSources(const Arguments& arguments)
{
    constexpr std::uint64_t kMost = 1'000'000;
    DataSources sources{
        .mnist = arguments.value("--data"),
        .ink = arguments.value("--ink"),
        .pictures = arguments.value("--pictures"),
        .synthetic = arguments.wholeNumber("--synthetic", 0, 1, kMost),
        .noDigits = {}};
    if (arguments.has("--no-digits")) {
        sources.noDigits = arguments.wholeNumber("--no-digits", 0, 1, kMost);
    }
    if (!sources.mnist && !sources.ink && !sources.pictures && sources.synthetic == 0) {
        throw UsageError{CommandLine::tr(
            "Name what to train with: --data, --ink, --pictures or --synthetic, or several.")};
    }
    if (sources.noDigits && arguments.value("--network", "simple-nn") != "convnet") {
        throw UsageError{CommandLine::tr("--no-digits is for --network convnet.")};
    }
    return sources;
}

Result<TrainingData> readTrainingData(const DataSources& sources, const TrainingOptions& options)
{
    TrainingData data;
    if (sources.mnist) {
        if (const auto read = addMnist(data, *sources.mnist); !read) {
            return std::unexpected(read.error());
        }
    }
    if (sources.ink) {
        auto ink = readInkDataset(*sources.ink);
        if (!ink) {
            return std::unexpected(ink.error());
        }
        add(data, std::move(*ink), ownName(*sources.ink));
    }
    if (sources.pictures) {
        int status = EXIT_SUCCESS; // a picture left out was said, and the others are enough
        auto pictures = readPictureFolder(*sources.pictures, Preparation::Auto, status);
        if (!pictures) {
            return std::unexpected(pictures.error());
        }
        add(data, std::move(*pictures), ownName(*sources.pictures));
    }
    if (sources.synthetic > 0) {
        add(data, syntheticDigits(sources.synthetic, options.seed),
            seeded(sources.synthetic, " synthetic digits", options.seed));
        if (!sources.mnist) {
            data.test = syntheticDigits(kSyntheticTestDigits, options.seed + 1);
            data.syntheticTest = true;
        }
    }
    if (options.network == "convnet") {
        const std::size_t count = sources.noDigits.value_or(data.training.size() / 4);
        add(data, nonDigits(count, options.seed), seeded(count, " of no digit", options.seed));
    }
    return data;
}

} // namespace digitpad
