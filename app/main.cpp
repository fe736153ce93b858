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
#include <QTimer>
#include <QWindow>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <utility>

namespace {

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

/// Calls back once a window's first picture is on the screen.
class FirstPicture : public QObject {
public:
    FirstPicture(QWindow& window, std::function<void()> then) : m_then(std::move(then))
    {
        window.installEventFilter(this);
        // A window that is not shown, being iconified for instance, is not drawn.
        QTimer::singleShot(kLongestWait, this, [this] { call(); });
    }

protected:
    bool eventFilter(QObject* /*window*/, QEvent* event) override
    {
        if (event->type() == QEvent::Expose) {
            // It is drawn in the course of this event.
            QMetaObject::invokeMethod(
                this, [this] { call(); }, Qt::QueuedConnection);
        }
        return false;
    }

private:
    static constexpr std::chrono::seconds kLongestWait{1};

    void call()
    {
        if (m_then) {
            std::exchange(m_then, nullptr)();
        }
    }

    std::function<void()> m_then;
};

int runWindow(int argc, char** argv)
{
    using namespace digitpad;
    // The paper wants every point that a fast mouse or pen sends.
    QCoreApplication::setAttribute(Qt::AA_CompressHighFrequencyEvents, false);
    QApplication application(argc, argv);
    installTranslations(application);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/digitpad.svg")));
    QGuiApplication::setDesktopFileName(QStringLiteral(DIGITPAD_APPLICATION_ID));
    Appearance appearance(application);
    Recognition recognition(loadEngine);
    Store store(Database::defaultFile());
    MainWindow window(recognition, appearance);
    window.setStore(store);
    window.show();
    // While the engine is loaded, drawing would wait: the system loads one library at a time, and
    // Qt has some to load for its first picture. A model among the files is opened once there is an
    // engine.
    const FirstPicture shown(*window.windowHandle(), [&recognition, &window] {
        const QSettings settings;
        recognition.start(
            settings.value(QStringLiteral("model/file"), kDefaultModelFile).toString(),
            settings.value(QStringLiteral("model/device"), QStringLiteral("auto")).toString());
        window.open(QApplication::arguments().mid(1));
    });
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
    return runWindow(argc, argv);
}
