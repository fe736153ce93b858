// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <cstddef>
#include <span>
#include <vector>

namespace digitpad {

struct TrainingRun;

/// The loss as points over the epoch, 0 at the start: 2.5 is the middle of the third epoch. Losses
/// that are no numbers are left out. Epochs of fewer than 100 batches have no loss points; their
/// means stand in.
[[nodiscard]] std::vector<QPointF> lossPoints(const TrainingRun& run);

/// The test accuracy in percent at the end of each epoch that was tested.
[[nodiscard]] std::vector<QPointF> accuracyPoints(const TrainingRun& run);

/// Both value axes have this many steps, so that one set of grid lines serves them.
inline constexpr int kAxisSteps = 5;

/// Where an axis from 0 ends so that it holds `largest` and each of its kAxisSteps steps is
/// 1, 2, 2.5 or 5 times a power of ten. 1 for anything not above 0.
[[nodiscard]] double axisTop(double largest);

/// Where an axis up to 100 % begins so that it holds `smallest`: 0, 50, 80, 90 or 95.
[[nodiscard]] double accuracyFloor(double smallest);

/// Between how many epochs a grid line stands, so that there are at most 20.
[[nodiscard]] int epochStep(int epochs);

/// A smoother line through the same x: the mean over `radius` points on either side, twice. Near an
/// end it takes as many points as there are on the shorter side, so that the line neither lags
/// behind a fall nor bends away from its last point.
[[nodiscard]] std::vector<QPointF> smoothed(std::span<const QPointF> points, int radius);

/// At most about `most` points that look the same: the lowest and the highest of each stretch.
[[nodiscard]] std::vector<QPointF> thinned(std::span<const QPointF> points, std::size_t most);

} // namespace digitpad
