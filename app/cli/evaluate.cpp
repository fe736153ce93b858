// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/evaluation.h"

#include "app/cli/chosen_model.h"
#include "app/cli/commands.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/cli/picture_folder.h"
#include "app/cli/read_pictures.h"
#include "core/data/ink_file.h"
#include "core/data/mnist.h"

#include <algorithm>
#include <array>
#include <cstdlib>

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

Result<Dataset>
readData(const Arguments& arguments, Preparation how, const LoadingModel& model, int& status)
{
    if (const auto folder = arguments.value("--data")) {
        return readMnistTest(*folder);
    }
    if (const auto file = arguments.value("--ink")) {
        const auto samples = readLabelledInk(*file);
        if (!samples) {
            return std::unexpected(samples.error());
        }
        return renderSamples(*samples);
    }
    return readPictureFolder(model, arguments.value("--pictures", {}), how, status);
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

    if (arguments.has("--pictures")) {
        loadPictureFormats();
    }
    const LoadingModel loading = loadChosenModel(arguments, device);
    int status = EXIT_SUCCESS;
    const auto data = readData(arguments, how, loading, status);
    if (!data) {
        return fail(data.error());
    }
    if (data->empty()) {
        say(CommandLine::tr("There is nothing to evaluate with."));
        return EXIT_FAILURE;
    }
    const auto& model = loading.get();
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
