// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/runs.h"

#include "app/cli/commands.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/cli/store_option.h"
#include "app/save_file.h"
#include "app/store/database.h"
#include "app/store/run_file.h"
#include "core/engine/options_json.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace digitpad {

namespace {

std::string utf8(const QString& text)
{
    return text.toStdString();
}

void printJson(const QJsonObject& json)
{
    const QByteArray line = QJsonDocument(json).toJson(QJsonDocument::Compact);
    printLine({line.constData(), static_cast<std::size_t>(line.size())});
}

std::string timeOf(const RunSummary& run)
{
    return utf8(run.started.toUTC().toString(Qt::ISODate));
}

std::string percent(const std::optional<double>& part)
{
    return part ? fixed(100 * *part, 2) + " %" : std::string();
}

/// Says what could not be read, and notes it in the status.
void saySkipped(const QStringList& skipped, int& status)
{
    for (const QString& what : skipped) {
        say(CommandLine::tr("Left out, since it is damaged: %1").arg(what));
        status = EXIT_FAILURE;
    }
}

int list(Runs& runs, bool json)
{
    const auto list = runs.list();
    if (!list) {
        return fail(list.error());
    }
    for (const RunSummary& run : list->runs) {
        if (json) {
            printJson(toJson(run));
            continue;
        }
        printLine(
            utf8(run.id) + '\t' + timeOf(run) + '\t' + utf8(nameOf(run.status)) + '\t' +
            field(run.options.network) + '\t' + std::to_string(run.epochsDone) + '\t' +
            percent(run.testAccuracy) + '\t' + field(utf8(run.name)));
    }
    int status = EXIT_SUCCESS;
    saySkipped(list->skipped, status);
    return status;
}

/// The id of the run that is meant: by its id, its name, or the beginning of its id. Where there
/// is none, or several, that is said.
std::optional<QString> find(Runs& runs, const std::string& meant)
{
    const auto list = runs.list();
    if (!list) {
        fail(list.error());
        return std::nullopt;
    }
    const QString text = shown(meant);
    std::vector<RunSummary> found;
    const auto take = [&](const auto& isMeant) {
        if (found.empty()) {
            std::ranges::copy_if(list->runs, std::back_inserter(found), isMeant);
        }
    };
    take([&](const RunSummary& run) { return run.id == text; });
    take([&](const RunSummary& run) { return run.name == text; });
    take([&](const RunSummary& run) { return run.id.startsWith(text); });
    if (found.size() == 1) {
        return found.front().id;
    }
    if (found.empty()) {
        say(CommandLine::tr("There is no run “%1”. “digitpad runs list” lists them.").arg(text));
    } else {
        say(CommandLine::tr("Several runs are called “%1”. Name one by its ID:").arg(text));
        for (const RunSummary& run : found) {
            say(run.id + u' ' + run.name);
        }
    }
    return std::nullopt;
}

void printTable(const RunSummary& run)
{
    const auto line = [](const char* name, const std::string& value) {
        if (!value.empty()) {
            printLine(std::string(name) + ": " + field(value));
        }
    };
    line("ID", utf8(run.id));
    line("Name", utf8(run.name));
    line("Note", utf8(run.note));
    line("Started", timeOf(run));
    line("Seconds", fixed(run.seconds, 1));
    line("Status", utf8(nameOf(run.status)));
    line("Failure", utf8(run.failure));
    line("Network", run.options.network);
    line("Epochs", std::to_string(run.epochsDone));
    line("Data", utf8(run.data));
    line("Digits", std::to_string(run.counts.digits));
    line("No digits", std::to_string(run.counts.none));
    line("Test digits", std::to_string(run.counts.test));
    line("Test accuracy", percent(run.testAccuracy));
    line("Model", run.hasModel ? "yes" : "no");
    line("Options", optionsToJson(run.options));
}

int show(Runs& runs, const QString& id, bool json)
{
    const auto run = runs.run(id);
    if (!run) {
        return fail(run.error());
    }
    if (json) {
        printJson(toJson(*run));
    } else {
        printTable(run->summary);
        printLine("");
        for (const QByteArray& line : toCsv(run->trainingRun()).split('\n')) {
            if (!line.isEmpty()) {
                printLine(line.trimmed().toStdString());
            }
        }
    }
    int status = EXIT_SUCCESS;
    saySkipped(run->skipped, status);
    return status;
}

Result<void> savePoints(Runs& runs, const QString& id, const QString& file)
{
    const auto run = runs.run(id);
    return run ? saveFile(file, toCsv(run->trainingRun())) : std::unexpected(run.error());
}

Result<void> saveModel(Runs& runs, const QString& id, const QString& file)
{
    const auto pth = runs.model(id);
    if (!pth) {
        return std::unexpected(pth.error());
    }
    if (pth->isEmpty()) {
        return std::unexpected(Error{
            .code = ErrorCode::Unsupported,
            .detail = CommandLine::tr("it has kept no model").toStdString(),
            .file = id.toStdString()});
    }
    return saveFile(file, *pth);
}

int exportRun(Runs& runs, const QString& id, const Arguments& arguments)
{
    using Save = Result<void> (*)(Runs&, const QString&, const QString&);
    const auto save = [&](const std::optional<std::string>& file, Save how) {
        if (!file) {
            return EXIT_SUCCESS;
        }
        if (const auto saved = how(runs, id, fileToWrite(*file)); !saved) {
            return fail(saved.error());
        }
        say(CommandLine::tr("Saved as %1").arg(shown(*file)));
        return EXIT_SUCCESS;
    };
    const auto& files = arguments.files();
    const int whole =
        save(files.size() > 2 ? std::optional(files[2]) : std::nullopt, digitpad::exportRun);
    const int points = save(arguments.value("--csv"), savePoints);
    return std::max({whole, points, save(arguments.value("--model"), saveModel)});
}

int importRuns(Runs& runs, std::span<const std::string> files)
{
    int status = EXIT_SUCCESS;
    for (const std::string& file : files) {
        if (const auto id = importRun(runs, QFile::decodeName(file.c_str())); id) {
            printLine(utf8(*id));
        } else {
            status = fail(id.error());
        }
    }
    return status;
}

enum class Verb : std::uint8_t { List, Show, Export, Import };

/// What is to be done. Throws UsageError where that is not clear.
Verb verbOf(const Arguments& arguments)
{
    const auto& files = arguments.files();
    const std::string verb = files.empty() ? std::string() : files.front();
    const bool saves = arguments.has("--csv") || arguments.has("--model");
    const auto expect = [&](bool right, const QString& otherwise) {
        if (!right) {
            throw UsageError{otherwise};
        }
    };
    expect(!saves || verb == "export", CommandLine::tr("--csv and --model are for runs export."));
    expect(
        !arguments.has("--json") || verb == "list" || verb == "show",
        CommandLine::tr("--json is for runs list and runs show."));
    if (verb == "list") {
        expect(files.size() == 1, CommandLine::tr("runs list takes no names."));
        return Verb::List;
    }
    if (verb == "show") {
        expect(files.size() == 2, CommandLine::tr("Name the run to show."));
        return Verb::Show;
    }
    if (verb == "export") {
        expect(
            files.size() == 3 || (files.size() == 2 && saves),
            CommandLine::tr("Name the run and the file to save it in, or --csv or --model."));
        return Verb::Export;
    }
    if (verb == "import") {
        expect(files.size() > 1, CommandLine::tr("Name the files to import."));
        return Verb::Import;
    }
    refuseVerb(arguments, QStringLiteral("list, show, export, import"));
}

int runs(const Arguments& arguments)
{
    const Verb verb = verbOf(arguments);
    const auto database = openStore(arguments, verb == Verb::Import);
    if (!database) {
        return fail(database.error());
    }
    Runs runs(**database);
    if (verb == Verb::List) {
        return list(runs, arguments.has("--json"));
    }
    if (verb == Verb::Import) {
        return importRuns(runs, std::span(arguments.files()).subspan(1));
    }
    const auto id = find(runs, arguments.files()[1]);
    if (!id) {
        return EXIT_FAILURE;
    }
    return verb == Verb::Show ? show(runs, *id, arguments.has("--json"))
                              : exportRun(runs, *id, arguments);
}

constexpr std::array kOptions = {
    Option{
        "--json", nullptr,
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "list: one JSON object a line. show: one JSON object, with the points.")},
    Option{
        "--csv", "FILE", QT_TRANSLATE_NOOP("CommandLine", "export: saves the points as a table.")},
    Option{
        "--model", "FILE",
        QT_TRANSLATE_NOOP("CommandLine", "export: saves the network, a .pth file.")},
    kStoreOption};

} // namespace

constinit const Command kRuns = {
    .name = "runs",
    .synopsis = "list [--json]\n"
                "show RUN [--json]\n"
                "export RUN [FILE] [--csv FILE] [--model FILE]\n"
                "import FILE...",
    .summary = QT_TRANSLATE_NOOP("CommandLine", "Lists, shows, exports and imports training runs."),
    .details = QT_TRANSLATE_NOOP(
        "CommandLine",
        "RUN is a run's ID, the beginning of it, or the run's name. list prints the ID, when it "
        "began\n"
        "(UTC), its status, network, epochs done, test accuracy and name, separated by tabs. "
        "export saves\n"
        "a run whole, with its points and its network, in one file to hand on; import adds such "
        "files and\n"
        "prints the ID of each."),
    .options = kOptions,
    .takesFiles = true,
    .run = runs};

} // namespace digitpad
