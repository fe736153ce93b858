// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace digitpad {

namespace {

const QString kLanguageKey = QStringLiteral("window/language");

} // namespace

QString chosenLanguage()
{
    return QSettings().value(kLanguageKey).toString();
}

void chooseLanguage(const QString& language)
{
    QSettings().setValue(kLanguageKey, language);
}

void installTranslations(QCoreApplication& application)
{
    if (!chosenLanguage().isEmpty()) {
        QLocale::setDefault(QLocale(chosenLanguage()));
    }
    const auto install = [&](const QString& name, const QString& folder) {
        auto* translator = new QTranslator(&application);
        if (translator->load(QLocale(), name, QStringLiteral("_"), folder)) {
            QCoreApplication::installTranslator(translator);
        }
    };
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("digitpad"), QStringLiteral(":/i18n"));
}

} // namespace digitpad
