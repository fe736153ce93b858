// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/runs/curves_plot.h"

#include <QPixmap>
#include <QWidget>

#include <optional>

namespace digitpad {

class ChartInput;

/// The curves on the screen, to be moved about in: see ChartInput. A line follows the pointer.
class CurvesView : public QWidget {
    Q_OBJECT

public:
    explicit CurvesView(QWidget* parent = nullptr);

    void setCurves(std::vector<RunCurve> curves);
    [[nodiscard]] const CurvesPlot& plot() const { return m_plot; }
    void show(const ChartRange& epochs);
    using QWidget::show;

    /// The text in place of curves while there are none.
    void setInvitation(const QString& text);

    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 160}; }

Q_SIGNALS:
    /// The epoch under the pointer; none when it has left.
    void pointedAt(std::optional<double> epoch);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void redraw();
    void paintInvitation(QPainter& painter) const;

    CurvesPlot m_plot;
    ChartInput* m_input;
    QPixmap m_drawn; ///< the chart without the pointer
    bool m_isDrawn = false;
    QString m_invitation;
};

} // namespace digitpad
