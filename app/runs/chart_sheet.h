// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/runs/curves_legend.h"
#include "app/runs/curves_plot.h"

#include <QByteArray>
#include <QImage>
#include <QPalette>
#include <QSize>

namespace digitpad {

/// A chart and its legend with the options that differ, on one sheet, to be saved.
struct ChartSheet {
    CurvesPlot plot;
    QSize size; ///< of the plot, in device-independent pixels
    std::vector<LegendEntry> legend;
    QPalette palette;
};

/// At twice the resolution.
[[nodiscard]] QImage sheetImage(const ChartSheet& sheet);
/// As an SVG file whose letters are letters.
[[nodiscard]] QByteArray sheetSvg(const ChartSheet& sheet);

} // namespace digitpad
