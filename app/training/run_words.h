// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fine_tuning.h"
#include "app/training_data.h"
#include "core/engine/training.h"

#include <QString>

namespace digitpad {

/// How long something took: "4.8 s", "2 min 10 s", "1 h 5 min".
[[nodiscard]] QString durationText(double seconds);

/// How long something will take, an estimate: whole seconds, "2 min 10 s".
[[nodiscard]] QString timeLeftText(double seconds);

/// "epoch 3 of 5 · 12,400 digits/s · 4 s left".
[[nodiscard]] QString progressText(const TrainingProgress& progress);

/// "60,000 digits", "60,000 digits and 15,000 that are none".
[[nodiscard]] QString learntFromText(const DataCounts& counts);

/// What an accuracy on own samples is of: "of 20 own samples kept aside read right".
[[nodiscard]] QString ownDigitsText(const DataCounts& counts);

/// What a model goes over again while it learns a hand, and why.
[[nodiscard]] QString rehearsalText(Rehearsal rehearsal);

/// A part of one as percent with two decimals: "97.53 %".
[[nodiscard]] QString percentText(double part);

} // namespace digitpad
