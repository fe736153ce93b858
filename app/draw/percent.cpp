// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/percent.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PercentText)

public:
    static QString percent() { return tr("%1 %"); }
    static QString over() { return tr("> %1 %"); }
};

} // namespace

QString percentText(float probability, const QLocale& locale)
{
    const long percent = std::lround(probability * 100);
    return percent < 100 ? Words::percent().arg(locale.toString(static_cast<qlonglong>(percent)))
                         : Words::over().arg(locale.toString(99));
}

} // namespace digitpad
