// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>

#include <optional>

namespace digitpad {

/// A chart with an invitation while it is empty, and a line under the pointer. The wheel and + and
/// - ask for another stretch of the horizontal axis, dragging and the arrow keys for one beside it,
/// a double click, 0 and Home for all of it.
class ChartView : public QChartView {
    Q_OBJECT

public:
    explicit ChartView(QChart* chart, QWidget* parent = nullptr);

    /// The text drawn in place of curves; none when it is empty.
    void setInvitation(const QString& text);

Q_SIGNALS:
    /// The pointer's place on the horizontal axis; nothing when it has left the plot.
    void pointedAt(std::optional<double> x);
    /// A `factor`th of the stretch is wanted, about a place on the axis.
    void zoomAsked(double factor, double x);
    /// The stretch is wanted that begins `by` further on the axis.
    void panAsked(double by);
    void wholeAsked();

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void pointAt(std::optional<QPointF> place);
    void drawInvitation(QPainter& painter) const;

    QString m_invitation;
    [[nodiscard]] double valueAt(const QPointF& place) const;

    std::optional<QPointF> m_pointer; ///< in the scene
    std::optional<QPointF> m_dragged; ///< where the button went down, or the last move, likewise
};

} // namespace digitpad
