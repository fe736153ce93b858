// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>

namespace digitpad {

class ChartInput;

/// A chart with an invitation while it is empty, and a line under the pointer.
class ChartView : public QChartView {
    Q_OBJECT

public:
    explicit ChartView(QChart* chart, QWidget* parent = nullptr);

    /// The text drawn in place of curves; none when it is empty.
    void setInvitation(const QString& text);

    /// What moves about in it.
    [[nodiscard]] ChartInput* input() const { return m_input; }

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void drawInvitation(QPainter& painter) const;

    QString m_invitation;
    ChartInput* m_input;
};

} // namespace digitpad
