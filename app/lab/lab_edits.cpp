// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/lab_edits.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(LabEdits)
};

constexpr int kMostUnits = 1'000'000; // that a state may name; the model says which there are

/// Not NaN, either.
bool isFrom(const QJsonValue& value, double least, double most)
{
    return value.isDouble() && value.toDouble() >= least && value.toDouble() <= most;
}

bool isWholeFrom(const QJsonValue& value, double least, double most)
{
    return isFrom(value, least, most) && std::trunc(value.toDouble()) == value.toDouble();
}

QString refusal(const QString& name, double least, double most)
{
    const QLocale locale;
    return Words::tr("“%1” must be a number from %2 to %3.")
        .arg(name, locale.toString(least), locale.toString(most));
}

std::expected<Edits::Scaling, QString> scalingFrom(const QJsonValue& value)
{
    const QJsonArray parts = value.toArray();
    if (parts.size() != 3 || !isWholeFrom(parts[0], 1, kMostLayers) ||
        !isWholeFrom(parts[1], -1, kMostUnits) || !isFrom(parts[2], -kMostFactor, kMostFactor)) {
        return std::unexpected(Words::tr("“scalings” must be a list of [layer, unit, factor]."));
    }
    return Edits::Scaling{
        .layer = parts[0].toInt(), .unit = parts[1].toInt(), .factor = parts[2].toDouble()};
}

} // namespace

double factorOf(const Edits& edits, int layer, int unit)
{
    const auto found = std::ranges::find_if(edits.scalings, [&](const Edits::Scaling& scaling) {
        return scaling.layer == layer && scaling.unit == unit;
    });
    return found == edits.scalings.end() ? 1 : found->factor;
}

bool setFactor(Edits& edits, int layer, int unit, double factor)
{
    const bool isNew = factorOf(edits, layer, unit) == 1;
    if (isNew && factor != 1 && edits.scalings.size() >= kMostScalings) {
        return false;
    }
    std::erase_if(edits.scalings, [&](const Edits::Scaling& scaling) {
        return scaling.layer == layer && scaling.unit == unit;
    });
    if (factor != 1) {
        edits.scalings.push_back({.layer = layer, .unit = unit, .factor = factor});
    }
    return true;
}

bool doNothing(const Edits& edits)
{
    return edits == Edits{.seed = edits.seed};
}

int unitsOff(const Edits& edits, std::span<const Layer> layers)
{
    int off = 0;
    for (int layer = 1; layer < static_cast<int>(layers.size()); ++layer) {
        const int units = layers[static_cast<std::size_t>(layer)].units;
        const auto ofLayer = [&](const Edits::Scaling& scaling) {
            return scaling.layer == layer && scaling.unit >= 0 && scaling.factor == 0;
        };
        off += factorOf(edits, layer, -1) == 0
                   ? units
                   : static_cast<int>(std::ranges::count_if(edits.scalings, ofLayer));
    }
    return off;
}

bool fits(const Edits& edits, std::span<const Layer> layers)
{
    return std::ranges::all_of(edits.scalings, [&](const Edits::Scaling& scaling) {
        return scaling.layer < static_cast<int>(layers.size()) &&
               scaling.unit < layers[static_cast<std::size_t>(scaling.layer)].units;
    });
}

QJsonObject editsToState(const Edits& edits)
{
    QJsonObject state;
    if (edits.pruning > 0) {
        state[QStringLiteral("pruning")] = edits.pruning;
    }
    if (edits.noise > 0) {
        state[QStringLiteral("noise")] = edits.noise;
        state[QStringLiteral("seed")] = static_cast<qint64>(edits.seed);
    }
    if (edits.temperature != 1) {
        state[QStringLiteral("temperature")] = edits.temperature;
    }
    QJsonArray scalings;
    for (const Edits::Scaling& scaling : edits.scalings) {
        scalings.append(QJsonArray{scaling.layer, scaling.unit, scaling.factor});
    }
    if (!scalings.isEmpty()) {
        state[QStringLiteral("scalings")] = scalings;
    }
    return state;
}

std::expected<Edits, QString> editsFromState(const QJsonObject& state)
{
    Edits edits;
    struct Number {
        const char* name;
        double* value;
        double least;
        double most;
    };
    for (const auto& [name, value, least, most] :
         {Number{"pruning", &edits.pruning, 0, 1}, Number{"noise", &edits.noise, 0, kMostNoise},
          Number{"temperature", &edits.temperature, 1 / kMostTemperature, kMostTemperature}}) {
        const QJsonValue given = state[QLatin1String(name)];
        if (!given.isUndefined() && !isFrom(given, least, most)) {
            return std::unexpected(refusal(QLatin1String(name), least, most));
        }
        *value = given.toDouble(*value);
    }
    const QJsonValue seed = state[QStringLiteral("seed")];
    if (!seed.isUndefined() && !isWholeFrom(seed, 1, kMostSeed)) {
        return std::unexpected(refusal(QStringLiteral("seed"), 1, kMostSeed));
    }
    edits.seed = static_cast<std::uint64_t>(seed.toInt(1));

    const QJsonValue scalings = state[QStringLiteral("scalings")];
    if (!scalings.isUndefined() && !scalings.isArray()) {
        return std::unexpected(scalingFrom({}).error());
    }
    for (const QJsonValue given : scalings.toArray()) {
        const auto scaling = scalingFrom(given);
        if (!scaling) {
            return std::unexpected(scaling.error());
        }
        if (!setFactor(edits, scaling->layer, scaling->unit, scaling->factor)) {
            return std::unexpected(
                Words::tr("“scalings” may hold %1 at most.")
                    .arg(QLocale().toString(static_cast<qulonglong>(kMostScalings))));
        }
    }
    return edits;
}

} // namespace digitpad
