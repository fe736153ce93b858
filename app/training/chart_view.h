// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>

#include <optional>

namespace digitpad {

/// A chart with an invitation while it is empty, and a line under the pointer.
class ChartView : public QChartView {
    Q_OBJECT

public:
    explicit ChartView(QChart* chart, QWidget* parent = nullptr);

    /// The text drawn in place of curves; none when it is empty.
    void setInvitation(const QString& text);

Q_SIGNALS:
    /// The pointer's place on the horizontal axis; nothing when it has left the plot.
    void pointedAt(std::optional<double> x);

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void pointAt(std::optional<QPointF> place);
    void drawInvitation(QPainter& painter) const;

    QString m_invitation;
    std::optional<QPointF> m_pointer; ///< in the scene
};

} // namespace digitpad
