// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/damage/damage_state.h"

#include "app/damage/curve_models.h"
#include "app/damage/damage_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(DamageState)

public:
    static QString unknown(const QString& name)
    {
        return tr("There is no damage “%1”.").arg(name.left(40));
    }
    static QString outOfRange(const QString& name, double least, double most)
    {
        const QLocale locale;
        return tr("“%1” must be a number from %2 to %3.")
            .arg(name, locale.toString(least), locale.toString(most));
    }
    static QString noStrengths()
    {
        return tr("“strengths” must name each damage and how much of it there is.");
    }
    static QString noModels()
    {
        return tr("“models” may list “in-use”, “convnet” and “simple-nn”.");
    }
};

/// Not NaN, either.
bool isFrom(const QJsonValue& value, double least, double most)
{
    return value.isDouble() && value.toDouble() >= least && value.toDouble() <= most;
}

std::expected<Damages, QString> damagesFrom(const QJsonValue& json)
{
    if (!json.isObject()) {
        return std::unexpected(Words::noStrengths());
    }
    Damages damages;
    const QJsonObject amounts = json.toObject();
    for (auto amount = amounts.begin(); amount != amounts.end(); ++amount) {
        const auto damage = damageOf(amount.key());
        if (!damage) {
            return std::unexpected(Words::unknown(amount.key()));
        }
        const auto [least, most] = rangeOf(*damage);
        if (!isFrom(amount.value(), least, most)) {
            return std::unexpected(Words::outOfRange(amount.key(), least, most));
        }
        damages[*damage] = amount.value().toDouble();
    }
    return damages;
}

} // namespace

QJsonObject toJson(const DamageState& state)
{
    QJsonObject strengths;
    for (const Damage damage : kDamages) {
        if (state.damages[damage] != 0) {
            strengths[damageId(damage)] = state.damages[damage];
        }
    }
    return {
        {QStringLiteral("damage"), damageId(state.chosen)},
        {QStringLiteral("strengths"), strengths},
        {QStringLiteral("seed"), state.seed},
        {QStringLiteral("models"), QJsonArray::fromStringList(state.models)}};
}

std::expected<DamageState, QString> damageStateFrom(const QJsonObject& json, const DamageState& now)
{
    DamageState state = now;
    if (const QJsonValue chosen = json[QStringLiteral("damage")]; !chosen.isUndefined()) {
        const auto damage = damageOf(chosen.toString());
        if (!damage) {
            return std::unexpected(Words::unknown(chosen.toVariant().toString()));
        }
        state.chosen = *damage;
    }
    if (const QJsonValue strengths = json[QStringLiteral("strengths")]; !strengths.isUndefined()) {
        const auto damages = damagesFrom(strengths);
        if (!damages) {
            return std::unexpected(damages.error());
        }
        state.damages = *damages;
    }
    if (const QJsonValue seed = json[QStringLiteral("seed")]; !seed.isUndefined()) {
        if (!isFrom(seed, 1, DamageState::kMostSeed) ||
            std::trunc(seed.toDouble()) != seed.toDouble()) {
            return std::unexpected(
                Words::outOfRange(QStringLiteral("seed"), 1, DamageState::kMostSeed));
        }
        state.seed = seed.toInt();
    }
    if (const QJsonValue models = json[QStringLiteral("models")]; !models.isUndefined()) {
        state.models = models.toVariant().toStringList();
        const auto isKnown = [](const QJsonValue& id) {
            return CurveModels::knownIds().contains(id.toString());
        };
        if (!models.isArray() || !std::ranges::all_of(models.toArray(), isKnown)) {
            return std::unexpected(Words::noModels());
        }
    }
    return state;
}

} // namespace digitpad
