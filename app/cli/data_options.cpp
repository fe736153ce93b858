// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/data_options.h"

#include "app/cli/messages.h"
#include "app/cli/store_option.h"
#include "app/store/database.h"

#include <QFile>

namespace digitpad {

namespace {

std::optional<OwnSamples> chosenSamples(const Arguments& arguments)
{
    if (!arguments.has(kSamplesOption.name)) {
        if (arguments.has(kWriterOption.name)) {
            throw UsageError{CommandLine::tr("--writer is for --samples.")};
        }
        return std::nullopt;
    }
    OwnSamples samples{
        .database = arguments.value(
            kStoreOption.name, QFile::encodeName(Database::defaultFile()).toStdString())};
    if (const auto writer = arguments.value(kWriterOption.name)) {
        samples.filter.writer = shown(*writer);
    }
    return samples;
}

} // namespace

DataSources chosenDataSources(const Arguments& arguments, const std::string& network)
{
    constexpr std::uint64_t kMost = 1'000'000;
    DataSources sources{
        .mnist = arguments.value("--data"),
        .ink = arguments.value("--ink"),
        .photographed = arguments.wholeNumber("--photographed", 0, 1, kMost),
        .pictures = arguments.value("--pictures"),
        .synthetic = arguments.wholeNumber("--synthetic", 0, 1, kMost),
        .syntheticTest = 2000,
        .noDigits = {}};
    if (arguments.has("--no-digits")) {
        sources.noDigits = arguments.wholeNumber("--no-digits", 0, 1, kMost);
    }
    sources.samples = chosenSamples(arguments);
    if (!isAny(sources)) {
        throw UsageError{CommandLine::tr(
            "Name what to train with: --data, --ink, --pictures, --samples or --synthetic, or "
            "several.")};
    }
    if (sources.noDigits && network != "convnet") {
        throw UsageError{CommandLine::tr("--no-digits is for --network convnet.")};
    }
    if (sources.photographed > 0 && !sources.ink) {
        throw UsageError{CommandLine::tr("--photographed is for drawings that --ink names.")};
    }
    return sources;
}

} // namespace digitpad
