// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/evaluation.h"

#include "app/cli/chosen_model.h"
#include "app/cli/commands.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/cli/read_pictures.h"
#include "core/data/ink_file.h"
#include "core/data/mnist.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

namespace digitpad {

namespace {

std::string rightAligned(const std::string& text, std::size_t width)
{
    return std::string(width - std::min(width, text.size()), ' ') + text;
}

std::string percent(double fraction)
{
    return fixed(100 * fraction, 2) + " %";
}

void printTable(const Evaluation& evaluation)
{
    printLine("Count: " + std::to_string(evaluation.count));
    printLine("Correct: " + std::to_string(evaluation.correct));
    printLine("Accuracy: " + percent(evaluation.accuracy()));

    printLine("\nAccuracy by digit:");
    for (int digit = 0; digit < 10; ++digit) {
        const auto& row = evaluation.confusion[static_cast<std::size_t>(digit)];
        const bool any = std::ranges::any_of(row, [](std::int64_t count) { return count > 0; });
        printLine(
            rightAligned(std::to_string(digit), 3) +
            rightAligned(any ? percent(evaluation.accuracyOf(digit)) : "-", 11));
    }

    // Every column as wide as the count could get, so that tables of equal data can be compared.
    const std::size_t width = std::max<std::size_t>(4, std::to_string(evaluation.count).size()) + 1;
    printLine("\nConfusion (row: label, column: what was read):");
    std::string head = "   ";
    for (int digit = 0; digit < 10; ++digit) {
        head += rightAligned(std::to_string(digit), width);
    }
    printLine(head);
    for (std::size_t label = 0; label < 10; ++label) {
        std::string line = rightAligned(std::to_string(label), 3);
        for (const std::int64_t count : evaluation.confusion[label]) {
            line += rightAligned(std::to_string(count), width);
        }
        printLine(line);
    }
}

void printJson(const Evaluation& evaluation)
{
    std::string line = R"({"count":)" + std::to_string(evaluation.count) + R"(,"correct":)" +
                       std::to_string(evaluation.correct) + R"(,"accuracy":)" +
                       jsonNumber(evaluation.accuracy()) + R"(,"confusion":[)";
    for (std::size_t label = 0; label < 10; ++label) {
        line += label == 0 ? "[" : ",[";
        for (std::size_t digit = 0; digit < 10; ++digit) {
            line += (digit == 0 ? "" : ",") + std::to_string(evaluation.confusion[label][digit]);
        }
        line += ']';
    }
    printLine(line + "]}");
}

/// Labelled pictures: the files of a folder's subfolders 0 to 9, sorted by name.
struct PictureFolder {
    std::vector<std::string> files;
    std::vector<std::uint8_t> labels;
    std::vector<std::string> ignored; ///< what else lies in the folder
};

Result<std::vector<std::filesystem::path>> list(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> entries;
    std::error_code error;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error)) {
        if (!it->path().filename().native().starts_with('.')) { // hidden, such as .directory
            entries.push_back(it->path());
        }
    }
    if (error) {
        const bool isMissing = error == std::errc::no_such_file_or_directory;
        return std::unexpected(Error{
            .code = isMissing ? ErrorCode::NotFound : ErrorCode::CannotRead,
            .detail = error.message(),
            .file = folder.native()});
    }
    std::ranges::sort(entries);
    return entries;
}

Result<PictureFolder> listPictures(const std::string& folder)
{
    const auto entries = list(folder);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    PictureFolder pictures;
    for (const std::filesystem::path& entry : *entries) {
        const std::string name = entry.filename().native();
        const bool digit = name.size() == 1 && name[0] >= '0' && name[0] <= '9';
        if (!digit || !std::filesystem::is_directory(entry)) {
            pictures.ignored.push_back(entry.native());
            continue;
        }
        const auto files = list(entry);
        if (!files) {
            return std::unexpected(files.error());
        }
        for (const std::filesystem::path& file : *files) {
            pictures.files.push_back(file.native());
            pictures.labels.push_back(static_cast<std::uint8_t>(name[0] - '0'));
        }
    }
    if (pictures.files.empty()) {
        return std::unexpected(Error{
            .code = ErrorCode::Unsupported,
            .detail = CommandLine::tr("there are no pictures in subfolders 0 to 9").toStdString(),
            .file = folder});
    }
    return pictures;
}

/// Reads what can be read; what cannot is said and noted in `status`.
Result<Dataset> readPictureFolder(const std::string& name, Preparation how, int& status)
{
    const auto folder = listPictures(name);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    for (const std::string& entry : folder->ignored) {
        say(CommandLine::tr("%1 is left out: it is no folder named 0 to 9.").arg(shown(entry)));
    }
    const auto glyphs = readPictures(folder->files, how);
    Dataset data;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (glyphs[i]) {
            data.glyphs.push_back(*glyphs[i]);
            data.labels.push_back(folder->labels[i]);
        } else {
            status = fail(glyphs[i].error());
        }
    }
    return data;
}

Result<Dataset> readData(const Arguments& arguments, Preparation how, int& status)
{
    if (const auto folder = arguments.value("--data")) {
        return readMnistTest(*folder);
    }
    if (const auto file = arguments.value("--ink")) {
        return readInkDataset(*file);
    }
    return readPictureFolder(arguments.value("--pictures", {}), how, status);
}

int evaluateModel(const Arguments& arguments)
{
    const std::string device = chosenDevice(arguments);
    const Preparation how = chosenPreparation(arguments);
    const int sources =
        arguments.has("--data") + arguments.has("--ink") + arguments.has("--pictures");
    if (sources != 1) {
        throw UsageError{CommandLine::tr("Name one of --data, --ink and --pictures.")};
    }
    if (arguments.has("--prepare") && !arguments.has("--pictures")) {
        throw UsageError{
            CommandLine::tr("--prepare is for pictures: it goes with --pictures only.")};
    }

    int status = EXIT_SUCCESS;
    const auto data = readData(arguments, how, status);
    if (!data) {
        return fail(data.error());
    }
    if (data->empty()) {
        say(CommandLine::tr("There is nothing to evaluate with."));
        return EXIT_FAILURE;
    }
    const auto model = loadChosenModel(arguments, device);
    if (!model) {
        return fail(model.error());
    }
    const auto evaluation = evaluate(**model, *data);
    if (!evaluation) {
        return fail(evaluation.error());
    }
    arguments.has("--json") ? printJson(*evaluation) : printTable(*evaluation);
    return status;
}

constexpr std::array kOptions = {
    kModelOption,
    kDeviceOption,
    Option{
        "--data", "DIR",
        QT_TRANSLATE_NOOP(
            "CommandLine", "A folder with the test files of MNIST, or others in its format.")},
    Option{
        "--ink", "FILE.jsonl",
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Labelled drawings, one a line: {\"label\": 7, \"strokes\": [[[x, y], ...], ...]}")},
    Option{
        "--pictures", "DIR",
        QT_TRANSLATE_NOOP(
            "CommandLine", "A folder with a subfolder of pictures for each digit, named 0 to 9.")},
    kPrepareOption,
    Option{
        "--json", nullptr,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Prints one JSON object: count, correct, accuracy (0 to 1), confusion: ten\n"
            "rows of ten.")}};

} // namespace

constinit const Command kEvaluate = {
    .name = "evaluate",
    .synopsis = "[--model FILE] [--device D] [--json] --data DIR\n"
                "[--model FILE] [--device D] [--json] --ink FILE.jsonl\n"
                "[--model FILE] [--device D] [--json] [--prepare auto|reference] --pictures DIR",
    .summary =
        QT_TRANSLATE_NOOP("CommandLine", "Measures how well a network reads labelled digits."),
    .details = QT_TRANSLATE_NOOP(
        "CommandLine", "Prints the count, the accuracy, the accuracy by digit and the "
                       "confusion matrix: a row for each\n"
                       "label, a column for each digit that was read. A drawing that is "
                       "damaged or has no label ends\n"
                       "it. A picture that cannot be read is named on standard error and "
                       "left out, and the exit status\n"
                       "is 1."),
    .options = kOptions,
    .takesFiles = false,
    .run = evaluateModel};

} // namespace digitpad
