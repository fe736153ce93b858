// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/commands.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <new>
#include <unistd.h>

namespace digitpad {

namespace {

constexpr std::array kCommands = {&kPredict, &kTrain,    &kEvaluate, &kRuns,
                                  &kSamples, &kDownload, &kDevices};

const Command* findCommand(std::string_view name)
{
    for (const Command* command : kCommands) {
        if (command->name == name) {
            return command;
        }
    }
    return nullptr;
}

bool asksForHelp(std::string_view argument)
{
    return argument == "--help" || argument == "-h";
}

void print(const QString& text)
{
    printLine(text.toLocal8Bit().toStdString());
}

/// "  LEFT      RIGHT", further lines of the right under the first; a long left has its own line.
void printEntry(const QString& left, const QString& right)
{
    constexpr int kColumn = 26;
    const QString indent = QLatin1Char('\n') + QString(kColumn, QLatin1Char(' '));
    const QString begin = QStringLiteral("  ") + left;
    QString folded = right;
    folded.replace(QLatin1Char('\n'), indent);
    print(begin.size() < kColumn ? begin.leftJustified(kColumn) + folded : begin + indent + folded);
}

void printUsage(const Command& command)
{
    const QString call = QStringLiteral("  digitpad ") + QString::fromUtf8(command.name);
    const QStringList ways = QString::fromUtf8(command.synopsis).split(QLatin1Char('\n'));
    for (const QString& way : ways) {
        print(call + QLatin1Char(' ') + way);
    }
}

void printHelp(const Command& command)
{
    print(CommandLine::tr("Usage:"));
    printUsage(command);
    print(QString());
    print(CommandLine::tr(command.details));
    print(QString());
    for (const Option& option : command.options) {
        QString left = QString::fromUtf8(option.name);
        if (option.value != nullptr) {
            left += QLatin1Char(' ') + QString::fromUtf8(option.value);
        }
        printEntry(left, CommandLine::tr(option.help));
    }
    printEntry(QStringLiteral("--help"), CommandLine::tr("Shows this help."));
}

void printHelp()
{
    print(CommandLine::tr(
        "Digitpad reads handwritten digits. Without a command it opens its window."));
    print(QString());
    print(CommandLine::tr("Usage:"));
    print(QStringLiteral("  digitpad [FILE...]"));
    print(QStringLiteral("  digitpad --lesson FILE"));
    for (const Command* command : kCommands) {
        printUsage(*command);
    }
    print(QString());
    for (const Command* command : kCommands) {
        printEntry(QString::fromUtf8(command->name), CommandLine::tr(command->summary));
    }
    printEntry(
        QStringLiteral("--help"),
        CommandLine::tr("Shows this help, after a command that command's."));
    printEntry(QStringLiteral("--version"), CommandLine::tr("Shows the version."));
    print(QString());
    print(CommandLine::tr(
        "Exit status: 0 when all went well, 1 when something could not be read, computed or\n"
        "written, 2 for wrong usage."));
}

/// A standard stream that came closed would give its number to the first file that is opened, and
/// what is printed would land in that file.
void keepStandardStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) == -1 && errno == EBADF) {
            // Only readable, so that printing to it fails as it should. Opening takes the lowest
            // free number, which is this one.
            static_cast<void>(::open("/dev/null", O_RDONLY));
        }
    }
}

int run(const Command& command, std::span<const char* const> arguments)
{
    if (Arguments::askForHelp(arguments)) {
        printHelp(command);
        return 0;
    }
    try {
        return command.run(Arguments(arguments, command.options, command.takesFiles));
    } catch (const UsageError& error) {
        say(error.text);
        say(CommandLine::tr("“digitpad %1 --help” tells how it is used.")
                .arg(QString::fromUtf8(command.name)));
        return 2;
    } catch (const std::bad_alloc&) {
        return fail({.code = ErrorCode::OutOfMemory, .detail = command.name, .file = {}});
    } catch (const std::exception& error) {
        return fail({.code = ErrorCode::Internal, .detail = error.what(), .file = {}});
    }
}

} // namespace

bool isCommand(std::string_view firstArgument)
{
    return findCommand(firstArgument) != nullptr || asksForHelp(firstArgument) ||
           firstArgument == "--version";
}

int runCommandLine(int argc, char** argv)
{
    keepStandardStreams();
    // A reader that has gone (`| head`) is a failed write, not the end of a training run.
    std::signal(SIGPIPE, SIG_IGN);

    const std::span<const char* const> arguments(argv + 1, static_cast<std::size_t>(argc - 1));
    int status = 0;
    if (const Command* command = findCommand(arguments[0])) {
        status = run(*command, arguments.subspan(1));
    } else if (asksForHelp(arguments[0])) {
        printHelp();
    } else {
        print(QStringLiteral("digitpad ") + QCoreApplication::applicationVersion());
    }

    if (const int error = outputError(); error != 0) {
        if (error != EPIPE) { // somebody who pipes into head knows
            say(CommandLine::tr("Not all of the output could be written: %1")
                    .arg(QString::fromLocal8Bit(std::strerror(error))));
        }
        status = std::max(status, 1);
    }
    return status;
}

} // namespace digitpad
