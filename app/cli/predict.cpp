// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/chosen_model.h"
#include "app/cli/commands.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/cli/read_pictures.h"
#include "core/data/ink_file.h"
#include "core/ink/render.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace digitpad {

namespace {

/// What is read and printed at a time: enough to keep the network busy, little enough for memory
/// and for somebody who watches.
constexpr std::size_t kRowsAtOnce = 256;

/// Something to read, by the name that is printed.
struct Row {
    std::string name;
    Result<Glyph> glyph;
};

void printPrediction(const std::string& name, const Prediction& prediction, bool json)
{
    if (!json) {
        printLine(
            field(name) + '\t' + std::to_string(prediction.digit()) + '\t' +
            fixed(prediction.confidence(), 4));
        return;
    }
    std::string line = R"({"file":)" + jsonString(name) + R"(,"digit":)" +
                       std::to_string(prediction.digit()) + R"(,"confidence":)" +
                       jsonNumber(prediction.confidence()) + R"(,"probabilities":[)";
    for (std::size_t digit = 0; digit < prediction.probabilities.size(); ++digit) {
        line += (digit == 0 ? "" : ",") + jsonNumber(prediction.probabilities[digit]);
    }
    printLine(line + "]}");
}

/// Reads the rows with a network and prints them in their order; counts what went wrong.
class Printer {
public:
    Printer(std::shared_ptr<const Model> model, bool json) : m_model(std::move(model)), m_json(json)
    {
    }

    /// False when there is no point in going on.
    bool print(std::span<const Row> rows)
    {
        std::vector<Glyph> glyphs;
        for (const Row& row : rows) {
            if (row.glyph) {
                glyphs.push_back(*row.glyph);
            }
        }
        const auto predictions = m_model->read(glyphs);
        if (!predictions) {
            m_status = fail(predictions.error());
            return false;
        }
        auto prediction = predictions->begin();
        for (const Row& row : rows) {
            if (row.glyph) {
                printPrediction(row.name, *prediction++, m_json);
            } else {
                m_status = fail(row.glyph.error());
            }
        }
        return outputError() == 0;
    }

    void failed() { m_status = EXIT_FAILURE; }
    [[nodiscard]] int status() const { return m_status; }

private:
    std::shared_ptr<const Model> m_model;
    bool m_json = false;
    int m_status = EXIT_SUCCESS;
};

void predictPictures(const std::vector<std::string>& files, Preparation how, Printer& printer)
{
    for (std::size_t first = 0; first < files.size(); first += kRowsAtOnce) {
        const auto some =
            std::span(files).subspan(first, std::min(kRowsAtOnce, files.size() - first));
        auto glyphs = readPictures(some, how);
        std::vector<Row> rows;
        for (std::size_t i = 0; i < some.size(); ++i) {
            rows.push_back({.name = some[i], .glyph = std::move(glyphs[i])});
        }
        if (!printer.print(rows)) {
            return;
        }
    }
}

/// The drawing as the canvas would give it to the network.
Row inkRow(const std::string& file, const InkSample& sample)
{
    Row row{.name = file + ':' + std::to_string(sample.line), .glyph = renderInk(sample.ink)};
    if (row.glyph->isBlank()) {
        row.glyph =
            std::unexpected(Error{.code = ErrorCode::Blank, .detail = "no ink", .file = row.name});
    }
    return row;
}

void predictInk(const std::string& name, const InkFile& file, Printer& printer)
{
    for (const Error& line : file.damagedLines) {
        fail(line);
        printer.failed();
    }
    const std::span samples(file.samples);
    for (std::size_t first = 0; first < samples.size(); first += kRowsAtOnce) {
        std::vector<Row> rows;
        for (const InkSample& sample :
             samples.subspan(first, std::min(kRowsAtOnce, samples.size() - first))) {
            rows.push_back(inkRow(name, sample));
        }
        if (!printer.print(rows)) {
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

    InkFile drawings;
    if (ink) {
        auto file = readInkFile(*ink);
        if (!file) {
            return fail(file.error());
        }
        drawings = std::move(*file);
    }
    auto model = loadChosenModel(arguments, device);
    if (!model) {
        return fail(model.error());
    }
    Printer printer(std::move(*model), arguments.has("--json"));
    if (ink) {
        predictInk(*ink, drawings, printer);
    } else {
        predictPictures(arguments.files(), how, printer);
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
            "Prints one JSON object a line: file, digit, confidence, probabilities of 0 to 9.")}};

} // namespace

constinit const Command kPredict = {
    .name = "predict",
    .synopsis = "[--model FILE] [--device D] [--prepare auto|reference] [--json] FILE...\n"
                "[--model FILE] [--device D] [--json] --ink FILE.jsonl",
    .summary = QT_TRANSLATE_NOOP("CommandLine", "Reads the digits in pictures or drawings."),
    .details = QT_TRANSLATE_NOOP(
        "CommandLine",
        "Prints FILE<TAB>DIGIT<TAB>CONFIDENCE a line, in the order of the files; confidence is 0 "
        "to 1.\n"
        "For drawings FILE:LINE stands in place of the file. A tab, newline, carriage return or\n"
        "backslash in a name is printed \\t, \\n, \\r or \\\\. In JSON, bytes of a name that are "
        "not UTF-8\n"
        "become U+FFFD. What cannot be read is named on standard error; the rest is still read, "
        "and\n"
        "the exit status is 1."),
    .options = kOptions,
    .takesFiles = true,
    .run = predict};

} // namespace digitpad
