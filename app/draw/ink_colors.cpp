// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/ink_colors.h"

#include <QColor>

#include <cmath>

namespace digitpad {

QList<QRgb> inkColors(const QColor& paper, const QColor& ink)
{
    QList<QRgb> colors;
    colors.reserve(256);
    for (int level = 0; level < 256; ++level) {
        const auto mix = [t = level / 255.0](int from, int to) {
            return static_cast<int>(std::lround(std::lerp(from, to, t)));
        };
        colors.append(qRgb(
            mix(paper.red(), ink.red()), mix(paper.green(), ink.green()),
            mix(paper.blue(), ink.blue())));
    }
    return colors;
}

} // namespace digitpad
