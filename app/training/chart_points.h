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

/// The least of 1, 2, 2.5 and 5 times a power of ten that is not below `least`, which is above 0.
[[nodiscard]] double roundStep(double least);

/// Where an axis from 0 ends so that it holds `largest` and each of its kAxisSteps steps is
/// 1, 2, 2.5 or 5 times a power of ten. 1 for anything not above 0.
[[nodiscard]] double axisTop(double largest);

/// Where an axis up to 100 % begins so that it holds `smallest`: 0, 50, 80, 90 or 95.
[[nodiscard]] double accuracyFloor(double smallest);

/// Between how many epochs a grid line stands, so that there are at most 20.
[[nodiscard]] int epochStep(int epochs);

/// A stretch of an axis.
struct ChartRange {
    double from = 0;
    double to = 1; ///< above from

    friend bool operator==(const ChartRange&, const ChartRange&) = default;
};

/// A stretch a `factor`th as long as what is shown, about a place that stays where it is; within
/// `whole`, and not shorter than a five-hundredth of it.
[[nodiscard]] ChartRange
zoomed(const ChartRange& shown, const ChartRange& whole, double factor, double about);

/// The stretch moved, as far as `whole` goes.
[[nodiscard]] ChartRange panned(const ChartRange& shown, const ChartRange& whole, double by);

/// What of a line is seen in a stretch, and a point beyond either end, where it comes from and goes
/// to. The points are in the order of their x.
[[nodiscard]] std::vector<QPointF>
within(const std::vector<QPointF>& points, const ChartRange& range);

/// The ends of an axis that holds both values and has kAxisSteps steps, each 1, 2, 2.5 or 5 times a
/// power of ten.
[[nodiscard]] ChartRange axisAround(double lowest, double highest);

/// How many decimals the labels of an axis need whose steps are this long; at most 6.
[[nodiscard]] int decimalsOf(double step);

/// Between which epochs a stretch of the axis gets its labels and grid lines.
[[nodiscard]] double epochTick(const ChartRange& epochs);

/// A smoother line through the same x: the mean over `radius` points on either side, twice. Near an
/// end it takes as many points as there are on the shorter side, so that the line neither lags
/// behind a fall nor bends away from its last point.
[[nodiscard]] std::vector<QPointF> smoothed(std::span<const QPointF> points, int radius);

/// The radius to smooth a line of so many points with.
[[nodiscard]] int smoothingRadius(std::size_t points);

/// At most about `most` points that look the same: the lowest and the highest of each stretch.
[[nodiscard]] std::vector<QPointF> thinned(std::span<const QPointF> points, std::size_t most);

} // namespace digitpad
