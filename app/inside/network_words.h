// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/inside.h"

#include <QString>

#include <cstddef>
#include <span>

class QLocale;

namespace digitpad {

/// A unit of a network.
struct UnitPlace {
    int layer = 0;
    int unit = 0;

    friend bool operator==(const UnitPlace&, const UnitPlace&) = default;
};

// What the parts of a network are called.

/// Whether its units give one number each, and not a map.
[[nodiscard]] bool givesNumbers(const Layer& layer);
[[nodiscard]] bool isOutput(std::span<const Layer> layers, UnitPlace place);

/// "Pixels", "Hidden units", "Layer 3", "Outputs".
[[nodiscard]] QString layerTitle(std::span<const Layer> layers, int layer);
/// How many it has: "128", "32 × 14 × 14".
[[nodiscard]] QString layerShape(const Layer& layer, const QLocale& locale);
/// "7", or "no digit".
[[nodiscard]] QString outputTitle(int unit, const QLocale& locale);
/// "Hidden unit 12", "Map 3 of layer 2", "Output 7".
[[nodiscard]] QString
unitTitle(std::span<const Layer> layers, UnitPlace place, const QLocale& locale);
/// One of the numbers that the units of `layer` look at: "Row 12, column 8", "Unit 4", "Map 3 (1,
/// 2)" by its row and column in the kernel.
[[nodiscard]] QString
inputTitle(std::span<const Layer> layers, int layer, std::size_t input, const QLocale& locale);

/// With as many decimals as tell something: "0.984", "12.3", "4,537", "3.2e+12".
[[nodiscard]] QString figureText(double number, const QLocale& locale);

} // namespace digitpad
