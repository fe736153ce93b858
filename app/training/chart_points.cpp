// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/chart_points.h"

#include "app/training/training_run.h"

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

std::vector<QPointF> meanOverNeighbours(std::span<const QPointF> points, int radius)
{
    std::vector<double> sums{0}; // sums[i]: of the first i values
    for (const QPointF& point : points) {
        sums.push_back(sums.back() + point.y());
    }
    std::vector<QPointF> means;
    means.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::size_t reach =
            std::min({i, points.size() - 1 - i, static_cast<std::size_t>(radius)});
        const double sum = sums[i + reach + 1] - sums[i - reach];
        means.emplace_back(points[i].x(), sum / static_cast<double>(2 * reach + 1));
    }
    return means;
}

} // namespace

double roundStep(double least)
{
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= least) {
            return factor * power;
        }
    }
    return 10 * power;
}

std::vector<QPointF> lossPoints(const TrainingRun& run)
{
    std::vector<QPointF> points;
    points.reserve(run.losses.size());
    for (const LossPoint& point : run.losses) {
        points.emplace_back(point.epoch - 1 + double{1} * point.batch / point.batches, point.loss);
    }
    if (points.empty()) { // epochs of fewer than 100 batches: their means are all there is
        for (const EpochResult& result : run.epochs) {
            points.emplace_back(result.epoch, result.trainingLoss);
        }
    }
    std::erase_if(points, [](const QPointF& point) { return !std::isfinite(point.y()); });
    return points;
}

std::vector<QPointF> accuracyPoints(const TrainingRun& run)
{
    std::vector<QPointF> points;
    for (const EpochResult& result : run.epochs) {
        if (result.testAccuracy) {
            points.emplace_back(result.epoch, 100 * *result.testAccuracy);
        }
    }
    return points;
}

double axisTop(double largest)
{
    if (!(largest > 0) || !std::isfinite(largest)) {
        return 1;
    }
    return kAxisSteps * roundStep(largest / kAxisSteps);
}

ChartRange axisAround(double lowest, double highest)
{
    double step = roundStep(std::max((highest - lowest) / kAxisSteps, 1e-9));
    double from = std::floor(lowest / step) * step;
    while (from + kAxisSteps * step < highest) { // the lowest stands between two lines
        step = roundStep(step * 1.01);
        from = std::floor(lowest / step) * step;
    }
    return {from, from + kAxisSteps * step};
}

double accuracyFloor(double smallest)
{
    for (const double floor : {95.0, 90.0, 80.0, 50.0}) {
        if (smallest >= floor) {
            return floor;
        }
    }
    return 0;
}

int epochStep(int epochs)
{
    constexpr int kMostLines = 20;
    for (int power = 1;; power *= 10) {
        for (const int factor : {1, 2, 5}) {
            if (epochs / (factor * power) <= kMostLines) {
                return factor * power;
            }
        }
    }
}

double epochTick(const ChartRange& epochs)
{
    const double length = epochs.to - epochs.from;
    return length < kAxisSteps ? axisTop(length) / kAxisSteps : epochStep(static_cast<int>(length));
}

int decimalsOf(double step)
{
    for (int digits = 0; digits < 6; ++digits) {
        const double scaled = step * std::pow(10, digits);
        if (std::abs(scaled - std::round(scaled)) < 1e-6) {
            return digits;
        }
    }
    return 6;
}

int smoothingRadius(std::size_t points)
{
    return std::max(2, static_cast<int>(points) / 20);
}

ChartRange panned(const ChartRange& shown, const ChartRange& whole, double by)
{
    const double moved = std::clamp(by, whole.from - shown.from, whole.to - shown.to);
    return {shown.from + moved, shown.to + moved};
}

ChartRange zoomed(const ChartRange& shown, const ChartRange& whole, double factor, double about)
{
    const double all = whole.to - whole.from;
    const double length = shown.to - shown.from;
    const double wanted = std::clamp(length / factor, all / 500, all);
    const double from = about - (about - shown.from) * wanted / length;
    const double first = std::clamp(from, whole.from, whole.to - wanted);
    return {first, first + wanted};
}

std::vector<QPointF> within(const std::vector<QPointF>& points, const ChartRange& range)
{
    const auto x = [](const QPointF& point) { return point.x(); };
    auto first = std::ranges::lower_bound(points, range.from, {}, x);
    auto last = std::ranges::upper_bound(points, range.to, {}, x);
    first -= first != points.begin() ? 1 : 0;
    last += last != points.end() ? 1 : 0;
    return {first, std::max(first, last)};
}

std::vector<QPointF> smoothed(std::span<const QPointF> points, int radius)
{
    return meanOverNeighbours(meanOverNeighbours(points, radius), radius);
}

std::vector<QPointF> thinned(std::span<const QPointF> points, std::size_t most)
{
    if (points.size() <= most) {
        return {points.begin(), points.end()};
    }
    const std::size_t stretch = (2 * points.size() + most - 1) / most;
    const auto lower = [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); };
    std::vector<QPointF> kept;
    kept.reserve(most + 2);
    for (std::size_t first = 0; first < points.size(); first += stretch) {
        const auto part = points.subspan(first, std::min(stretch, points.size() - first));
        const auto [low, high] = std::minmax_element(part.begin(), part.end(), lower);
        kept.push_back(std::min(low, high)[0]);
        if (low != high) {
            kept.push_back(std::max(low, high)[0]);
        }
    }
    return kept;
}

} // namespace digitpad
