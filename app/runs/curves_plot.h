// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/runs/run_curve.h"
#include "app/training/chart_points.h"

#include <QRectF>

#include <optional>
#include <vector>

class QPainter;
class QPalette;

namespace digitpad {

/// Several runs in one chart: the smoothed losses above, the test accuracies below, over the same
/// stretch of epochs. Of a single run the losses themselves are drawn, too. It paints onto
/// anything: a window, a picture, a file.
class CurvesPlot {
public:
    /// The stretch that was zoomed to is kept as far as there still is one.
    void setCurves(std::vector<RunCurve> curves);
    [[nodiscard]] const std::vector<RunCurve>& curves() const { return m_curves; }

    /// All epochs there are.
    [[nodiscard]] ChartRange whole() const;
    /// Those that are drawn.
    [[nodiscard]] ChartRange shown() const { return m_zoom.value_or(whole()); }
    void show(const ChartRange& epochs);

    struct Places {
        QRectF losses;
        QRectF accuracies; ///< empty where no run was tested
    };
    /// Where the curves are in an area of a painter with the application's font.
    [[nodiscard]] Places places(const QRectF& area) const;

    void paint(QPainter& painter, const QRectF& area, const QPalette& palette) const;

private:
    /// One of the two.
    struct Axes {
        QRectF plot;
        ChartRange epochs;
        ChartRange values;

        [[nodiscard]] QPointF at(const QPointF& point) const;
    };

    [[nodiscard]] bool isTested() const;
    [[nodiscard]] ChartRange lossRange() const;
    [[nodiscard]] ChartRange accuracyRange() const;
    void paintGrid(
        QPainter& painter, const Axes& axes, const QPalette& palette, const QString& unit) const;
    void paintEpochs(QPainter& painter, const Axes& axes, const QPalette& palette) const;
    void paintLine(
        QPainter& painter, const Axes& axes, const std::vector<QPointF>& points,
        const QPen& pen) const;
    void paintLosses(QPainter& painter, const Axes& axes, const QPalette& palette) const;
    void paintAccuracies(QPainter& painter, const Axes& axes, const QPalette& palette) const;
    void paintNumbers(
        QPainter& painter, const Axes& axes, const QPalette& palette,
        std::vector<QPointF> RunCurve::*line) const;

    std::vector<RunCurve> m_curves;
    std::optional<ChartRange> m_zoom;
};

/// A run's number in a disc of its colour.
void paintRunNumber(
    QPainter& painter, const QPointF& middle, const RunCurve& curve, const QPalette& palette);
inline constexpr int kRunNumberSize = 16;

} // namespace digitpad
