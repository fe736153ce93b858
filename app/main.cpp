// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/engine_module.h"
#include "app/shell/language.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("digitpad"));
    QCoreApplication::setOrganizationName(QStringLiteral("digitpad"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DIGITPAD_VERSION));
    digitpad::chooseBlasKernel();
    if (argc > 1 && digitpad::isCommand(argv[1])) {
        QCoreApplication application(argc, argv);
        digitpad::installTranslations(application);
        return digitpad::runCommandLine(argc, argv);
    }
    return 0;
}
