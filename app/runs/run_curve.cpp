// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/run_curve.h"

#include "app/training/chart_points.h"

#include <algorithm>

namespace digitpad {

namespace {

std::optional<double> valueAt(const std::vector<QPointF>& points, std::optional<double> epoch)
{
    const auto after = !epoch
                           ? points.end()
                           : std::ranges::upper_bound(points, *epoch, {}, [](const QPointF& point) {
                                 return point.x();
                             });
    return after == points.begin() ? std::nullopt : std::optional((after - 1)->y());
}

} // namespace

RunCurve curveOf(const StoredRun& stored, int number)
{
    const TrainingRun run = stored.trainingRun();
    RunCurve curve;
    curve.name = stored.summary.name;
    curve.number = number;
    curve.losses = lossPoints(run);
    curve.smooth = smoothed(curve.losses, smoothingRadius(curve.losses.size()));
    curve.accuracies = accuracyPoints(run);
    // One that ended early has its curve across the chart, one that goes on has room ahead.
    const double last = std::max(
        curve.losses.empty() ? 0 : curve.losses.back().x(),
        curve.accuracies.empty() ? 0 : curve.accuracies.back().x());
    const bool isRunning = stored.summary.status == RunStatus::Running;
    curve.end = isRunning || last <= 0 ? run.request.options.epochs : last;
    return curve;
}

CurveValues valuesAt(const RunCurve& curve, std::optional<double> epoch)
{
    return {.loss = valueAt(curve.smooth, epoch), .accuracy = valueAt(curve.accuracies, epoch)};
}

} // namespace digitpad
