// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/ink_colors.h"

#include <QColor>

#include <cmath>

namespace digitpad {

QList<QRgb> inkColors(const QColor& paper, const QColor& ink)
{
    QList<QRgb> colors(256);
    for (qsizetype level = 0; level < colors.size(); ++level) {
        const auto mix = [t = static_cast<double>(level) / 255](int from, int to) {
            return static_cast<int>(std::lround(std::lerp(from, to, t)));
        };
        colors[level] = qRgb(
            mix(paper.red(), ink.red()), mix(paper.green(), ink.green()),
            mix(paper.blue(), ink.blue()));
    }
    return colors;
}

} // namespace digitpad
