// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/samples.h"

#include "app/cli/commands.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/cli/picture_folder.h"
#include "app/cli/store_option.h"
#include "app/store/database.h"
#include "app/store/sample_files.h"

#include <QFile>

#include <array>
#include <cstdlib>

namespace digitpad {

namespace {

struct Place {
    SampleFormat format;
    std::string path;
};

/// Throws UsageError unless one is named.
Place chosenPlace(const Arguments& arguments)
{
    std::optional<Place> chosen;
    int count = 0;
    for (const auto& [option, format] :
         {std::pair{"--idx", SampleFormat::Idx}, std::pair{"--pictures", SampleFormat::Pictures},
          std::pair{"--ink", SampleFormat::Drawings}}) {
        if (const auto path = arguments.value(option)) {
            chosen = {.format = format, .path = *path};
            ++count;
        }
    }
    if (count != 1) {
        throw UsageError{CommandLine::tr("Name one of --idx, --pictures and --ink.")};
    }
    return *chosen;
}

SampleFilter chosenFilter(const Arguments& arguments)
{
    SampleFilter filter;
    if (arguments.has("--label")) {
        filter.label = static_cast<int>(arguments.wholeNumber("--label", 0, 0, 9));
    }
    if (const auto writer = arguments.value("--writer")) {
        filter.writer = shown(*writer);
    }
    return filter;
}

int exportTo(const Place& place, Samples& samples, const SampleFilter& filter)
{
    const auto exported = exportSamples(samples, place.format, fileToWrite(place.path), filter);
    if (!exported) {
        return fail(exported.error());
    }
    printLine("Count: " + std::to_string(exported->count));
    if (exported->leftOut > 0) {
        say(CommandLine::tr(
            "%Ln samples are left out: they came from pictures and have no strokes.", nullptr,
            static_cast<int>(exported->leftOut)));
    }
    for (const QString& what : exported->skipped) {
        say(CommandLine::tr("Left out, since it is damaged: %1").arg(what));
    }
    return exported->skipped.isEmpty() ? EXIT_SUCCESS : EXIT_FAILURE;
}

int importFrom(const Place& place, Samples& samples, const QString& writer)
{
    const auto imported =
        importSamples(samples, place.format, QFile::decodeName(place.path.c_str()), writer);
    if (!imported) {
        return fail(imported.error());
    }
    printLine("Added: " + std::to_string(imported->added.added));
    printLine("Known: " + std::to_string(imported->added.known));
    if (imported->added.otherLabel > 0) {
        say(CommandLine::tr(
            "%Ln samples were there with another label, which stays.", nullptr,
            static_cast<int>(imported->added.otherLabel)));
    }
    sayIgnored(imported->ignored);
    for (const Error& error : imported->unread) {
        fail(error); // is said, and the others are added
    }
    return imported->unread.empty() ? EXIT_SUCCESS : EXIT_FAILURE;
}

int samples(const Arguments& arguments)
{
    const auto& files = arguments.files();
    const bool imports = files.size() == 1 && files.front() == "import";
    if (!imports && (files.size() != 1 || files.front() != "export")) {
        refuseVerb(arguments, QStringLiteral("export, import"));
    }
    if (imports && arguments.has("--label")) {
        throw UsageError{CommandLine::tr("--label is for samples export.")};
    }
    const Place place = chosenPlace(arguments);
    const SampleFilter filter = chosenFilter(arguments);
    const auto database = openStore(arguments, imports);
    if (!database) {
        return fail(database.error());
    }
    Samples samples(**database);
    return imports ? importFrom(place, samples, filter.writer.value_or(QString()))
                   : exportTo(place, samples, filter);
}

constexpr std::array kOptions = {
    Option{
        "--idx", "DIR", QT_TRANSLATE_NOOP("CommandLine", "A folder with files in MNIST's format.")},
    Option{
        "--pictures", "DIR",
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "A folder with a subfolder of pictures for each digit, named 0 to 9, as\n"
            "torchvision's ImageFolder reads it.")},
    Option{
        "--ink", "FILE.jsonl",
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Labelled drawings, one a line: {\"label\": 7, \"strokes\": [[[x, y], ...], ...]}")},
    Option{
        "--writer", "NAME",
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "export: only this writer's. import: who wrote those that name nobody.")},
    Option{"--label", "N", QT_TRANSLATE_NOOP("CommandLine", "export: only this digit, 0 to 9.")},
    kStoreOption};

} // namespace

constinit const Command kSamples = {
    .name = "samples",
    .synopsis =
        "export (--idx DIR | --pictures DIR | --ink FILE.jsonl) [--writer NAME] [--label N]\n"
        "import (--idx DIR | --pictures DIR | --ink FILE.jsonl) [--writer NAME]",
    .summary = QT_TRANSLATE_NOOP(
        "CommandLine", "Exports and imports the samples of people's own handwriting."),
    .details = QT_TRANSLATE_NOOP(
        "CommandLine",
        "export writes into a new or an empty folder, or a file, and prints the count. import "
        "adds each\n"
        "sample once and prints how many are new and how many were there. What cannot be read is "
        "named on\n"
        "standard error and left out, and the exit status is 1."),
    .options = kOptions,
    .takesFiles = true,
    .run = samples};

} // namespace digitpad
