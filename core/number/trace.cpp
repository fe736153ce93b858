// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/trace.h"

#include <algorithm>

namespace digitpad {

void Trace::add(std::size_t index, const Point& point)
{
    indices.push_back(index);
    points.push_back(point);
    extent.add(point.x, point.y);
}

std::vector<Trace> tracesOf(const Ink& ink)
{
    Extent half; // of everything halved: so even the greatest double less the least is a number
    for (const Stroke& stroke : ink) {
        for (const Point& point : stroke) {
            if (isFinite(point)) {
                half.add(point.x / 2, point.y / 2);
            }
        }
    }
    const double longSide = std::max(half.width(), half.height());
    const double unit = longSide > 0 ? longSide : 1; // all points in one place
    std::vector<Trace> traces;
    for (std::size_t i = 0; i < ink.size(); ++i) {
        Trace trace{.stroke = i, .indices = {}, .points = {}, .extent = {}};
        for (std::size_t j = 0; j < ink[i].size(); ++j) {
            const Point& point = ink[i][j];
            if (isFinite(point)) {
                trace.add(j, {(point.x / 2 - half.left) / unit, (point.y / 2 - half.top) / unit});
            }
        }
        if (!trace.points.empty()) {
            traces.push_back(std::move(trace));
        }
    }
    return traces;
}

} // namespace digitpad
