// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/runs/run_curve.h"

#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

namespace digitpad {

/// A curve, and what is said of its run beside the chart.
struct LegendEntry {
    RunCurve curve;
    QString options;  ///< which options tell it from the others
    QStringList more; ///< what else there is to say of it
};

/// Paints the legend of a chart into a width, from the top of `area`, with the values at an epoch
/// or the last ones; gives the height it takes. Without a painter it only measures.
qreal paintLegend(
    QPainter* painter, const QRectF& area, const std::vector<LegendEntry>& entries,
    std::optional<double> epoch, const QPalette& palette);

/// The legend beside the chart.
class CurvesLegend : public QWidget {
    Q_OBJECT

public:
    static constexpr int kWidth = 272;

    explicit CurvesLegend(QWidget* parent = nullptr);

    void setEntries(std::vector<LegendEntry> entries);
    [[nodiscard]] const std::vector<LegendEntry>& entries() const { return m_entries; }
    /// Shows the values there; those at the curves' ends where there is none.
    void setEpoch(std::optional<double> epoch);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    std::vector<LegendEntry> m_entries;
    std::optional<double> m_epoch;
};

} // namespace digitpad
