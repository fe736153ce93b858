// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/engine_module.h"
#include "app/model_file.h"
#include "app/recognition/recognition.h"
#include "app/shell/appearance.h"
#include "app/shell/language.h"
#include "app/shell/main_window.h"
#include "app/store/database.h"
#include "app/store/store.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSettings>
#include <QTextStream>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

namespace {

/// QT_LOGGING_RULES=digitpad.start.info=true tells when drawings can be read.
Q_LOGGING_CATEGORY(startLog, "digitpad.start", QtWarningMsg)

/// Qt aborts the process where it finds no display; we say so instead.
bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// Ends the process without the destructors of LibTorch's thousands of registered operators, which
/// take a tenth of a second and do nothing that the system does not.
[[noreturn]] void leave(int status)
{
    std::fflush(nullptr);
    std::_Exit(status);
}

/// Beside the files on the command line, which are opened.
int runWindow(int argc, char** argv, const QString& lesson)
{
    using namespace digitpad;
    // The paper wants every point that a fast mouse or pen sends.
    QCoreApplication::setAttribute(Qt::AA_CompressHighFrequencyEvents, false);
    QApplication application(argc, argv);
    installTranslations(application);
    QGuiApplication::setDesktopFileName(QStringLiteral(DIGITPAD_APPLICATION_ID));
    Appearance appearance(application);
    Recognition recognition(loadEngine);
    std::optional<Store> store; // outlives the window
    MainWindow window(recognition, appearance);
    // What the first picture does not show waits until it is there: above all the engine, because
    // the system loads one library at a time, and Qt has some to load, too.
    QObject::connect(&window, &MainWindow::ready, &window, [&] {
        appearance.followDesktop();
        window.setStore(store.emplace(Database::defaultFile()));
        QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/digitpad.svg")));
        const QSettings settings;
        recognition.start(
            settings.value(QStringLiteral("model/file"), kDefaultModelFile).toString(),
            settings.value(QStringLiteral("model/device"), QStringLiteral("auto")).toString());
        if (lesson.isEmpty()) {
            window.open(QApplication::arguments().mid(1)); // a model waits for the engine
        } else {
            window.openLesson(lesson);
        }
    });
    QObject::connect(&recognition, &Recognition::modelChanged, &window, [] {
        qCInfo(startLog, "ready to read");
    });
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("digitpad"));
    QCoreApplication::setOrganizationName(QStringLiteral("digitpad"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DIGITPAD_VERSION));
    // What the decoders say of a damaged picture is in our own message about it.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio*=false"));
    digitpad::chooseBlasKernel();
    if (argc > 1 && digitpad::isCommand(argv[1])) {
        QCoreApplication application(argc, argv);
        digitpad::installTranslations(application);
        leave(digitpad::runCommandLine(argc, argv));
    }
    const bool isLesson = argc > 1 && std::strcmp(argv[1], "--lesson") == 0;
    if (isLesson && (argc != 3 || !QFileInfo::exists(QFile::decodeName(argv[2])))) {
        QTextStream(stderr)
            << (argc == 3 ? QStringLiteral("digitpad: there is no file “%1”\n")
                                .arg(QFile::decodeName(argv[2]))
                          : QStringLiteral("digitpad: --lesson needs the file of a lesson: "
                                           "digitpad --lesson FILE\n"));
        return 2;
    }
    if (argc > 1 && argv[1][0] != '-' && !QFileInfo::exists(QFile::decodeName(argv[1]))) {
        QTextStream(stderr)
            << QStringLiteral(
                   "digitpad: “%1” is neither a command nor a file. See digitpad --help\n")
                   .arg(QFile::decodeName(argv[1]));
        return 2;
    }
    if (!hasDisplay()) {
        QTextStream(stderr) << QStringLiteral(
            "digitpad: there is no display to open a window on.\n"
            "The command line works without one: digitpad --help\n");
        return 1;
    }
    return runWindow(argc, argv, isLesson ? QFile::decodeName(argv[2]) : QString());
}
