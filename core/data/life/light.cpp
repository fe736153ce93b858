// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/life/light.h"

#include <cmath>

namespace digitpad::life {

namespace {

/// 0 in the light, 1 in the middle of the shadow.
double shade(const Shadow& shadow, double x, double y)
{
    const double dx = x - shadow.x;
    const double dy = y - shadow.y;
    const double along = dx * std::cos(shadow.angle) + dy * std::sin(shadow.angle);
    const double across = dy * std::cos(shadow.angle) - dx * std::sin(shadow.angle);
    const double inside =
        shadow.radius > 0 ? shadow.radius - std::hypot(along, across / 1.6) : along;
    return 1 / (1 + std::exp(-4 * inside / shadow.softness));
}

} // namespace

float brightnessAt(const Light& light, int x, int y)
{
    double brightness = 1;
    if (light.fall > 0) { // with the square of the distance, from a lamp above the paper
        const double away = std::hypot(x - light.lampX, y - light.lampY) / light.reach;
        const double height = (1 - light.fall) / light.fall; // squared
        brightness = height / (height + away * away);
    }
    for (const Shadow& shadow : light.shadows) {
        brightness *= 1 - shadow.depth * shade(shadow, x, y);
    }
    return static_cast<float>(brightness);
}

} // namespace digitpad::life
