// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/engine/training.h"
#include "core/torch/network.h"

#include <cstdint>
#include <span>

namespace digitpad {

/// Part of real digits that a calibrated network turns away. Half of what is promised: people whom
/// it has never seen write less like those it has.
inline constexpr double kTurnedAway = 0.004;

/// Makes the network's confidence true, from digits that it has not learnt from (`held`, indices
/// into `data`; those of no digit do not matter). What it does is folded into the last layer, so
/// the file needs nothing beside the network:
/// - its outputs are divided by the temperature that gives the digits the greatest likelihood
///   (C. Guo and others: On Calibration of Modern Neural Networks, 2017);
/// - the output "no digit", where there is one, is shifted so that kTurnedAway of the digits score
///   below a half; or far down when the data had no example of one.
/// Returns the temperature; 1, with nothing changed, for fewer than 100 digits.
double calibrate(
    Network& network, const Dataset& data, std::span<const std::int64_t> held,
    const TrainingOptions& options);

} // namespace digitpad
