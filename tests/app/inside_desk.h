// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/figure_sheet.h"
#include "app/inside/open_model.h"
#include "app/model_file.h"
#include "core/ink/render.h"

#include <QLocale>

#include <limits>
#include <memory>
#include <utility>

namespace digitpad::tests {

/// A model that the program carries, laid open; null where that fails.
inline std::shared_ptr<const OpenModel>
openModel(const std::shared_ptr<const Engine>& engine, const QString& file)
{
    const auto model = loadModelFile(*engine, file, QStringLiteral("cpu"));
    if (!model) {
        return nullptr;
    }
    auto inside = engine->lookInside(**model);
    if (!inside) {
        return nullptr;
    }
    return std::make_shared<const OpenModel>(OpenModel{
        .engine = engine,
        .model = *model,
        .inside = *std::move(inside),
        .name = QStringLiteral("carried"),
        .file = file,
        .sha256 = "00"});
}

/// A 7, from the left to the right and down.
inline Ink sevenInk()
{
    return {{{.x = 0.2, .y = 0.2}, {.x = 0.8, .y = 0.2}, {.x = 0.45, .y = 0.85}}};
}

inline Glyph sevenGlyph()
{
    return renderInk(sevenInk());
}

/// What a model makes of a glyph; null where that fails.
inline std::shared_ptr<const LiveReading>
readingOf(const OpenModel& model, const Glyph& glyph, const Ink& ink = {})
{
    auto activations = model.inside->activations(glyph);
    if (!activations) {
        return nullptr;
    }
    return std::make_shared<const LiveReading>(
        LiveReading{.ink = ink, .glyph = glyph, .activations = *std::move(activations)});
}

/// The last numbers of a sheet's rows added up, up to the first total, and that total, as they are
/// shown.
inline std::pair<double, double> shownSum(const QList<FigureSheet::Row>& rows)
{
    const QLocale locale;
    const auto number = [&](const FigureSheet::Row& row) {
        return locale.toDouble(QString(row.cells.last()).remove(locale.positiveSign()));
    };
    double sum = 0;
    for (const FigureSheet::Row& row : rows) {
        if (row.isTotal) {
            return {sum, number(row)};
        }
        sum += number(row);
    }
    return {sum, std::numeric_limits<double>::quiet_NaN()};
}

} // namespace digitpad::tests
