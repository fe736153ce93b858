// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/damage/damage_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(DamageWords)
};

} // namespace

QString damageTitle(Damage damage)
{
    switch (damage) {
    case Damage::Rotation:
        return Words::tr("Rotation");
    case Damage::Shift:
        return Words::tr("Shift");
    case Damage::PenWidth:
        return Words::tr("Pen width");
    case Damage::Gaps:
        return Words::tr("Broken strokes");
    case Damage::Stains:
        return Words::tr("Stains");
    case Damage::Shadow:
        return Words::tr("Shadow");
    case Damage::Noise:
        break;
    }
    return Words::tr("Noise");
}

QString damageText(Damage damage, double amount)
{
    const QLocale locale;
    switch (damage) {
    case Damage::Rotation:
        return Words::tr("%1°").arg(locale.toString(std::lround(amount)));
    case Damage::Shift:
    case Damage::PenWidth:
        return Words::tr("%1 px").arg(locale.toString(amount, 'f', 1));
    case Damage::Gaps:
    case Damage::Stains:
        return locale.toString(std::lround(amount));
    case Damage::Shadow:
    case Damage::Noise:
        break;
    }
    return Words::tr("%1 %").arg(locale.toString(std::lround(100 * amount)));
}

double damageStep(Damage damage)
{
    switch (damage) {
    case Damage::Rotation:
    case Damage::Gaps:
    case Damage::Stains:
        return 1;
    case Damage::Shift:
        return 0.5;
    case Damage::PenWidth:
        return 0.1;
    case Damage::Shadow:
    case Damage::Noise:
        break;
    }
    return 0.01;
}

QString damageId(Damage damage)
{
    const std::string_view name = nameOf(damage);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

std::optional<Damage> damageOf(const QString& name)
{
    const auto* const found = std::ranges::find(kDamages, name, damageId);
    return found == kDamages.end() ? std::nullopt : std::optional(*found);
}

} // namespace digitpad
