// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/chart_points.h"

#include <QByteArray>
#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

class QChart;
class QLabel;
class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace digitpad {

class ChartView;
struct TrainingRun;

/// A run as curves: the loss on the left axis (a thin line through its points, a heavier smoothed
/// one over it), the test accuracy in percent on the right one, epochs along the bottom. What
/// stands above it names the lines and gives their latest values, or those under the pointer. It
/// can be zoomed into, see ChartInput.
class LossChart : public QWidget {
    Q_OBJECT

public:
    explicit LossChart(QWidget* parent = nullptr);

    /// The run to draw, from now on; must outlive this widget. Null draws an invitation.
    void setRun(const TrainingRun* run);

    /// Draws what has come to the run since; when it is not visible, the next time it is.
    void refresh();

    /// The chart as it stands here, at twice the resolution.
    [[nodiscard]] QImage image() const;
    /// The same as an SVG file.
    [[nodiscard]] QByteArray svg() const;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void colour();
    void draw();
    void drawAxes(
        const ChartRange& shown, const std::vector<QPointF>& losses,
        const std::vector<QPointF>& accuracies);
    void showValues();
    [[nodiscard]] ChartRange whole() const;
    void show(const ChartRange& epochs);

    const TrainingRun* m_run = nullptr;
    bool m_stale = false;
    std::optional<double> m_pointed;  ///< the epoch under the pointer
    std::optional<ChartRange> m_zoom; ///< the epochs to draw; all of them unless somebody zoomed in

    QLabel* m_lossKey;
    QLabel* m_lossText;
    QLabel* m_accuracyKey;
    QLabel* m_accuracyText;
    QLabel* m_placeText;

    QChart* m_chart; // the view's scene owns it, and it owns what follows
    ChartView* m_view;
    QLineSeries* m_raw;
    QLineSeries* m_smooth;
    QLineSeries* m_accuracy;
    QScatterSeries* m_marks; ///< of the accuracy
    QValueAxis* m_epochAxis;
    QValueAxis* m_lossAxis;
    QValueAxis* m_accuracyAxis;
};

} // namespace digitpad
