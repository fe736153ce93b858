// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>
#include <QRectF>

#include <functional>
#include <optional>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;
class QWidget;

namespace digitpad {

/// What a chart's axes are at present.
struct ChartPlace {
    QRectF plot; ///< where the curves are, in the pixels of the widget; empty while there are none
    double from = 0; ///< the value at its left edge
    double to = 1;   ///< and at its right one
};

/// Moves about in a chart: the wheel and + and - ask for another stretch of the horizontal axis,
/// dragging and the arrow keys for one beside it, a double click, 0 and Home for all of it.
class ChartInput : public QObject {
    Q_OBJECT

public:
    /// Mouse and wheel are those of `surface`, the keys those of `keys`, which may be the same.
    ChartInput(QWidget* surface, QWidget* keys, std::function<ChartPlace()> place);

    /// Where the pointer is in the plot, in the pixels of the surface.
    [[nodiscard]] const std::optional<QPointF>& pointer() const { return m_pointer; }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// The pointer's place on the horizontal axis; nothing when it has left the plot.
    void pointedAt(std::optional<double> x);
    /// A `factor`th of the stretch is wanted, about a place on the axis.
    void zoomAsked(double factor, double x);
    /// The stretch is wanted that begins `by` further on the axis.
    void panAsked(double by);
    void wholeAsked();

private:
    bool press(const QMouseEvent& event);
    bool move(const QMouseEvent& event);
    bool turn(const QWheelEvent& event);
    bool type(const QKeyEvent& event);
    void pointAt(std::optional<QPointF> place);

    QWidget* m_surface;
    QWidget* m_keys;
    std::function<ChartPlace()> m_place;
    std::optional<QPointF> m_pointer;
    std::optional<QPointF> m_dragged; ///< where the button went down, or the last move
};

} // namespace digitpad
