// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/chosen_model.h"
#include "app/cli/commands.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/cli/read_pictures.h"
#include "core/base/on_all_cores.h"
#include "core/data/ink_file.h"
#include "core/number/number.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <span>
#include <string>
#include <vector>

namespace digitpad {

namespace {

/// What is read and printed at a time: enough to keep all cores busy, little enough for memory and
/// for somebody who watches.
constexpr std::size_t kRowsAtOnce = 256;

std::string jsonArray(std::span<const std::string> elements)
{
    std::string array = "[";
    for (const std::string& element : elements) {
        array += (array.size() > 1 ? "," : "") + element;
    }
    return array + "]";
}

std::string jsonBool(bool value)
{
    return value ? "true" : "false";
}

std::string jsonDigit(const NumberDigit& digit)
{
    const Area& box = digit.box;
    const std::array<std::string, 4> sides = {
        jsonNumber(box.left), jsonNumber(box.top), jsonNumber(box.right), jsonNumber(box.bottom)};
    return R"({"box":)" + jsonArray(sides) + R"(,"digit":)" +
           std::to_string(digit.prediction.digit()) + R"(,"confidence":)" +
           jsonNumber(digit.prediction.confidence()) + R"(,"accepted":)" +
           jsonBool(digit.prediction.accepted()) + R"(,"score":)" +
           jsonNumber(digit.prediction.digitScore) + "}";
}

/// The "digit" of a row: a number for one, a string for several, an empty one for what is none.
std::string jsonReading(const Number& number)
{
    if (!number.accepted()) {
        return R"("")";
    }
    return number.digitCount() == 1 ? number.text() : jsonString(number.text());
}

void printJson(const std::string& name, const Number& number)
{
    std::vector<std::string> digits;
    for (const auto& line : number.lines) {
        std::ranges::transform(line, std::back_inserter(digits), jsonDigit);
    }
    // Of the first digit; on a blank sheet each is as likely as the others.
    std::array<float, 10> first{};
    first.fill(0.1F);
    if (!number.lines.empty()) {
        first = number.lines.front().front().prediction.probabilities;
    }
    std::vector<std::string> probabilities;
    std::ranges::transform(first, std::back_inserter(probabilities), [](float probability) {
        return jsonNumber(probability);
    });
    printLine(
        R"({"file":)" + jsonString(name) + R"(,"digit":)" + jsonReading(number) +
        R"(,"confidence":)" + jsonNumber(number.confidence()) + R"(,"probabilities":)" +
        jsonArray(probabilities) + R"(,"accepted":)" + jsonBool(number.accepted()) +
        R"(,"score":)" + jsonNumber(number.digitScore()) + R"(,"text":)" +
        jsonString(number.text()) + R"(,"digits":)" + jsonArray(digits) + "}");
}

void printPlain(const std::string& name, const Number& number)
{
    std::string text = number.accepted() ? number.text() : std::string();
    std::ranges::replace(text, '\n', ' ');
    printLine(field(name) + '\t' + text + '\t' + fixed(number.confidence(), 4));
}

/// Prints readings in their order; counts what went wrong.
class Printer {
public:
    explicit Printer(bool json) : m_json(json) {}

    void print(const std::string& name, const Result<Number>& number)
    {
        if (!number && number.error().code != ErrorCode::Blank) {
            fail(number.error());
            return;
        }
        const Number found = number ? *number : Number{}; // a blank sheet is read, as no digit
        if (m_json) {
            printJson(name, found);
        } else {
            printPlain(name, found);
        }
    }

    void fail(const Error& error) { m_status = digitpad::fail(error); }
    [[nodiscard]] int status() const { return m_status; }

private:
    bool m_json = false;
    int m_status = EXIT_SUCCESS;
};

void predictPictures(
    const LoadingModel& model, const std::vector<std::string>& files, Preparation how,
    Printer& printer)
{
    auto decoded = decodeWhileLoading(model, files, how);
    std::span<const std::string> left(files);
    while (!left.empty()) {
        const auto some = left.first(std::min(std::max(kRowsAtOnce, decoded.size()), left.size()));
        const auto numbers = readNumbers(model, some, how, decoded);
        decoded.clear();
        left = left.subspan(some.size());
        if (!model.get()) {
            printer.fail(model.get().error()); // once, instead of for every file
            return;
        }
        for (std::size_t i = 0; i < some.size(); ++i) {
            printer.print(some[i], numbers[i]);
        }
        if (outputError() != 0) {
            return;
        }
    }
}

void predictInk(const Model& model, const std::string& name, const InkFile& file, Printer& printer)
{
    for (const Error& line : file.damagedLines) {
        printer.fail(line);
    }
    const auto rowName = [&](const InkSample& sample) {
        return name + ':' + std::to_string(sample.line);
    };
    const std::span samples(file.samples);
    for (std::size_t first = 0; first < samples.size(); first += kRowsAtOnce) {
        const auto some = samples.subspan(first, std::min(kRowsAtOnce, samples.size() - first));
        std::vector<Result<Number>> numbers(some.size());
        onAllCores(
            some.size(), [&](std::size_t i) { numbers[i] = readNumber(model, some[i].ink); });
        for (std::size_t i = 0; i < some.size(); ++i) {
            printer.print(rowName(some[i]), numbers[i]);
        }
        if (outputError() != 0) {
            return;
        }
    }
}

int predict(const Arguments& arguments)
{
    const std::string device = chosenDevice(arguments);
    const Preparation how = chosenPreparation(arguments);
    const auto ink = arguments.value("--ink");
    if (ink && arguments.has("--prepare")) {
        throw UsageError{
            CommandLine::tr("--prepare is for pictures: it cannot be used with --ink.")};
    }
    if (ink.has_value() != arguments.files().empty()) {
        throw UsageError{CommandLine::tr("Name either pictures to read or, with --ink, drawings.")};
    }

    Printer printer(arguments.has("--json"));
    if (!ink) {
        loadPictureFormats();
    }
    const LoadingModel model = loadChosenModel(arguments, device);
    if (ink) {
        const auto drawings = readInkFile(*ink, InkLabels::Ignored);
        if (!drawings) {
            return fail(drawings.error());
        }
        if (!model.get()) {
            return fail(model.get().error());
        }
        predictInk(**model.get(), *ink, *drawings, printer);
    } else {
        predictPictures(model, arguments.files(), how, printer);
    }
    return printer.status();
}

constexpr std::array kOptions = {
    kModelOption, kDeviceOption, kPrepareOption,
    Option{
        "--ink", "FILE.jsonl",
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Reads drawings, one a line: {\"strokes\": [[[x, y], ...], ...]}, y growing down.")},
    Option{
        "--json", nullptr,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Prints one JSON object a line: file; digit, a number, for several digits a\n"
            "string, for what is no digit an empty one; confidence; probabilities of 0 to 9,\n"
            "of the first digit; accepted, whether all are digits; score, how sure that is, 0\n"
            "to 1; text, lines parted by a line break and ? for what is no digit; digits, each\n"
            "with box (left, top, right, bottom), digit, confidence, accepted and score.")}};

} // namespace

constinit const Command kPredict = {
    .name = "predict",
    .synopsis = "[--model FILE] [--device D] [--prepare auto|reference] [--json] FILE...\n"
                "[--model FILE] [--device D] [--json] --ink FILE.jsonl",
    .summary = QT_TRANSLATE_NOOP("CommandLine", "Reads the numbers in pictures or drawings."),
    .details = QT_TRANSLATE_NOOP(
        "CommandLine",
        "Prints FILE<TAB>NUMBER<TAB>CONFIDENCE a line, in the order of the files; confidence is 0 "
        "to 1.\n"
        "A number of several lines has spaces between them; where something is no digit it is "
        "empty.\n"
        "For drawings FILE:LINE stands in place of the file. A tab, newline, carriage return or\n"
        "backslash in a name is printed \\t, \\n, \\r or \\\\, the bytes of what would command a "
        "terminal\n"
        "\\xNN. In JSON, bytes of a name that are not UTF-8 become U+FFFD. What cannot be "
        "read is\n"
        "named on standard error; the rest is still read, and the exit status is 1."),
    .options = kOptions,
    .takesFiles = true,
    .run = predict};

} // namespace digitpad
