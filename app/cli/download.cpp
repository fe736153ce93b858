// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/download/download.h"

#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/native_path.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTimer>

#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>

namespace digitpad {

namespace {

using namespace std::chrono_literals;

constexpr auto kLookForSignal = 50ms; // Ctrl-C is answered at once, for people

QUrl chosenMirror(const std::string& text)
{
    const QUrl url(shown(text), QUrl::StrictMode);
    const bool isWeb =
        url.scheme() == QStringLiteral("https") || url.scheme() == QStringLiteral("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty()) {
        throw UsageError{
            CommandLine::tr(
                "--mirror needs an address such as https://example.org/mnist/, not “%1”.")
                .arg(shown(text))};
    }
    return url;
}

DownloadPlan chosenPlan(const Arguments& arguments)
{
    DownloadPlan plan = mnistDownload(mnistFolder());
    if (const auto folder = arguments.value("--to")) {
        if (!isUnicode(*folder)) {
            throw UsageError{CommandLine::tr("The folder's name is not UTF-8.")};
        }
        plan.folder = QDir(QFile::decodeName(folder->c_str())).absolutePath();
    }
    if (const auto mirror = arguments.value("--mirror")) {
        plan.mirrors = {chosenMirror(*mirror)};
    }
    return plan;
}

int finish(const DownloadPlan& plan)
{
    say(CommandLine::tr("MNIST is in the folder that follows: digitpad train --data takes it."));
    printLine(QFile::encodeName(plan.folder).toStdString());
    return EXIT_SUCCESS;
}

int fail(const DownloadError& error)
{
    say(describe(error));
    if (!error.isHere()) {
        say(CommandLine::tr(
            "digitpad train can do without: --synthetic 20000 draws its digits, and "
            "--data takes a folder that has MNIST's files."));
    }
    return EXIT_FAILURE;
}

int download(const Arguments& arguments)
{
    const DownloadPlan plan = chosenPlan(arguments);
    const Interruption interruption({});
    Interruption::noteFromNow();
    ProgressLine line;
    QEventLoop loop;
    Download download(plan);
    QObject::connect(
        &download, &Download::progressed, &loop, [&](const DownloadProgress& progress) {
            constexpr int kPercent = 100;
            line.show(CommandLine::tr("%1 %, %2")
                          .arg(static_cast<int>(kPercent * partDone(progress)))
                          .arg(progressText(progress)));
        });
    QObject::connect(&download, &Download::mirrorFailed, &loop, [&](const DownloadError& error) {
        line.clear();
        say(describe(error));
        say(CommandLine::tr("Going on with another mirror."));
    });
    QObject::connect(&download, &Download::finished, &loop, [&] {
        line.clear();
        loop.exit(finish(plan));
    });
    QObject::connect(&download, &Download::failed, &loop, [&](const DownloadError& error) {
        line.clear();
        loop.exit(fail(error));
    });
    QObject::connect(&download, &Download::cancelled, &loop, [&] {
        line.clear();
        say(CommandLine::tr(
            "Stopped. What has arrived is kept: the same command goes on from there."));
        loop.exit(128 + Interruption::signal());
    });
    QTimer looking;
    QObject::connect(&looking, &QTimer::timeout, &download, [&] {
        if (Interruption::signal() != 0) {
            download.cancel();
        }
    });
    looking.start(kLookForSignal);
    download.start();
    return loop.exec();
}

constexpr std::array kOptions = {
    Option{
        "--to", "DIR",
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "The folder to store the files in; made where it is not there. Default: in the\n"
            "user's data folder, where the window's Training page looks for them.")},
    Option{
        "--mirror", "URL",
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Takes the files from this folder of a server and no other: a school's own, say.\n"
            "Their content is checked all the same.")}};

} // namespace

constinit const Command kDownload = {
    .name = "download",
    .synopsis = "[--to DIR] [--mirror URL]",
    .summary =
        QT_TRANSLATE_NOOP("CommandLine", "Downloads the MNIST digits, 12 MB, to train with."),
    .details = QT_TRANSLATE_NOOP(
        "CommandLine", "Fetches what is not there yet, checks it, and prints the folder. A "
                       "transfer that broke off\n"
                       "is gone on with, from another mirror where one fails. The files are "
                       "unpacked, 55 MB. Ctrl-C\n"
                       "(SIGINT, SIGTERM, SIGHUP) stops it, keeps what has arrived, and ends with "
                       "128 + the signal's\n"
                       "number."),
    .options = kOptions,
    .takesFiles = false,
    .run = download};

} // namespace digitpad
