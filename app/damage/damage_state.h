// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/damage.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace digitpad {

/// What was chosen on the Damage view.
struct DamageState {
    static constexpr int kMostSeed = 999'999;

    Damage chosen = Damage::Rotation;
    Damages damages;
    int seed = 1;
    QStringList models; ///< see CurveModels::knownIds

    friend bool operator==(const DamageState&, const DamageState&) = default;
};

/// {"damage": "noise", "strengths": {"noise": 0.4}, "seed": 1, "models": ["in-use"]}; of what is
/// not there at all there is no strength.
[[nodiscard]] QJsonObject toJson(const DamageState& state);
/// What is missing is as in `now`. Of what is wrong or out of its range it says which.
[[nodiscard]] std::expected<DamageState, QString>
damageStateFrom(const QJsonObject& json, const DamageState& now);

} // namespace digitpad
