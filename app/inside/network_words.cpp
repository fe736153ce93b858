// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/network_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(NetworkWords)
};

constexpr int kDigits = 10;

} // namespace

bool givesNumbers(const Layer& layer)
{
    return layer.rows == 1 && layer.columns == 1;
}

bool isOutput(std::span<const Layer> layers, UnitPlace place)
{
    return place.layer + 1 == std::ssize(layers);
}

QString layerTitle(std::span<const Layer> layers, int layer)
{
    if (layer == 0) {
        return Words::tr("Pixels");
    }
    if (layer + 1 == std::ssize(layers)) {
        return Words::tr("Outputs");
    }
    return givesNumbers(layers[static_cast<std::size_t>(layer)])
               ? Words::tr("Hidden units")
               : Words::tr("Layer %1").arg(QLocale().toString(layer));
}

QString layerShape(const Layer& layer, const QLocale& locale)
{
    const QString units = locale.toString(layer.units);
    if (givesNumbers(layer)) {
        return units;
    }
    const QString map = Words::tr("%1 × %2", "rows, columns")
                            .arg(locale.toString(layer.rows), locale.toString(layer.columns));
    return layer.units == 1 ? map : Words::tr("%1 × %2", "so many maps, of a size").arg(units, map);
}

QString outputTitle(int unit, const QLocale& locale)
{
    return unit < kDigits ? locale.toString(unit) : Words::tr("no digit");
}

QString unitTitle(std::span<const Layer> layers, UnitPlace place, const QLocale& locale)
{
    if (isOutput(layers, place)) {
        return Words::tr("Output “%1”").arg(outputTitle(place.unit, locale));
    }
    if (place.layer == 0) {
        return Words::tr("Pixels");
    }
    const QString unit = locale.toString(place.unit);
    return givesNumbers(layers[static_cast<std::size_t>(place.layer)])
               ? Words::tr("Hidden unit %1").arg(unit)
               : Words::tr("Map %1 of layer %2").arg(unit, locale.toString(place.layer));
}

QString
inputTitle(std::span<const Layer> layers, int layer, std::size_t input, const QLocale& locale)
{
    const Layer& of = layers[static_cast<std::size_t>(layer)];
    const int at = static_cast<int>(input) % (of.kernel * of.kernel);
    const QString map = locale.toString(static_cast<int>(input) / (of.kernel * of.kernel));
    if (of.kernel == 1) {
        return Words::tr("Unit %1").arg(map);
    }
    const QString row = locale.toString(at / of.kernel + 1);
    const QString column = locale.toString(at % of.kernel + 1);
    return of.inputs == 1 ? Words::tr("Row %1, column %2").arg(row, column)
                          : Words::tr("Map %1 (%2, %3)", "row, column").arg(map, row, column);
}

QString figureText(double number, const QLocale& locale)
{
    const double size = std::abs(number);
    if (size >= 1e7 || (size > 0 && size < 5e-4)) {
        return locale.toString(number, 'e', 1);
    }
    const int decimals = size < 10 ? 3 : size < 100 ? 2 : size < 1000 ? 1 : 0;
    return locale.toString(number, 'f', decimals);
}

} // namespace digitpad
