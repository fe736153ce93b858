// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/figure_sheet.h"
#include "app/inside/network_words.h"
#include "core/engine/inside.h"

#include <QRectF>

#include <span>

class QLocale;

namespace digitpad {

/// A unit's sum as it is added up by hand: the largest products, the others as one number, the
/// bias, the sum, and what ReLU leaves of it. The numbers shown do add up.
[[nodiscard]] QList<FigureSheet::Row> sumRows(
    std::span<const Layer> layers, UnitPlace place, const Unit& unit, const WrittenSum& written,
    const QLocale& locale);

/// From the logits to probabilities: e to the power of each, and that over the sum of all; and of
/// "no digit", where the network has learnt what that is, its part beside the ten.
[[nodiscard]] QStringList softmaxHeader();
[[nodiscard]] QList<FigureSheet::Row>
softmaxRows(const Activations& activations, int marked, const QLocale& locale);

/// The part of the glyph that a unit looks at, through the layers between, for a row and column of
/// its map; in columns and rows of the glyph.
[[nodiscard]] QRectF fieldOf(std::span<const Layer> layers, int layer, int row, int column);

} // namespace digitpad
