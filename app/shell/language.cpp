// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include <utility>

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

bool isChosenLanguageInUse()
{
    // The first of them is the one wanted most; the country changes no word of ours.
    const auto spoken = [](const QLocale& locale) {
        const QLocale first(locale.uiLanguages().value(0));
        return first.language() == QLocale::C // no language at all: the program speaks English
                   ? std::pair(QLocale::English, QLocale::LatinScript)
                   : std::pair(first.language(), first.script());
    };
    const QString chosen = chosenLanguage();
    return spoken(chosen.isEmpty() ? QLocale::system() : QLocale(chosen)) == spoken(QLocale());
}

void installTranslations(QCoreApplication& application)
{
    if (!chosenLanguage().isEmpty()) {
        QLocale::setDefault(QLocale(chosenLanguage()));
    }
    auto* qt = new QTranslator(&application);
    const QString qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (qt->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"), qtFolder)) {
        QCoreApplication::installTranslator(qt);
    }
    auto* ours = new QTranslator(&application);
    const QString folder = QStringLiteral(":/i18n");
    // The English in the program itself has no plurals.
    if (ours->load(QLocale(), QStringLiteral("digitpad"), QStringLiteral("_"), folder) ||
        ours->load(QStringLiteral("digitpad_en"), folder)) {
        QCoreApplication::installTranslator(ours);
    }
}

} // namespace digitpad
