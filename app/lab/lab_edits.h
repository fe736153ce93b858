// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/edits.h"
#include "core/engine/inside.h"

#include <QJsonObject>
#include <QString>

#include <expected>
#include <span>

namespace digitpad {

// How far the lab's sliders go; the engine takes more.
inline constexpr double kMostNoise = 2;
inline constexpr double kMostTemperature = 10; ///< and its inverse the least
inline constexpr double kMostFactor = 2;       ///< either way
inline constexpr int kMostSeed = 999'999;
inline constexpr std::size_t kMostScalings = 1000; ///< as Edits says
inline constexpr int kMostLayers = 100;            ///< that a state may name; few networks have it

/// What is done to the sum of a unit, or with -1 to those of the whole layer.
[[nodiscard]] double factorOf(const Edits& edits, int layer, int unit);
/// False where there are too many already; nothing is changed then.
bool setFactor(Edits& edits, int layer, int unit, double factor);

/// Whether they leave a network as it is.
[[nodiscard]] bool doNothing(const Edits& edits);

/// How many units of a network give nothing.
[[nodiscard]] int unitsOff(const Edits& edits, std::span<const Layer> layers);

/// Whether the network has all the units that are named.
[[nodiscard]] bool fits(const Edits& edits, std::span<const Layer> layers);

/// {"pruning": 0.5, "noise": 0.1, "seed": 3, "temperature": 2, "scalings": [[1, 12, 0]]}: layer,
/// unit and factor.
[[nodiscard]] QJsonObject editsToState(const Edits& edits);
/// What is missing is as it is without edits. Of what is wrong or out of its range it says which.
[[nodiscard]] std::expected<Edits, QString> editsFromState(const QJsonObject& state);

} // namespace digitpad
