// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/life/scene.h"
#include "core/ink/stroke.h"

#include <cmath>

namespace digitpad::life {

/// Takes places on the paper, in heights of the writing from its middle, to places in the picture
/// and back.
class Projection {
public:
    explicit Projection(const View& view)
        : m_view(view), m_cosine(std::cos(view.turn)), m_sine(std::sin(view.turn))
    {
    }

    [[nodiscard]] Point toPicture(const Point& paper) const
    {
        const double x = (paper.x * m_cosine - paper.y * m_sine) * m_view.scale;
        const double y = (paper.x * m_sine + paper.y * m_cosine) * m_view.scale;
        const double distance = 1 + m_view.tiltX * x + m_view.tiltY * y;
        return {m_view.x + x / distance, m_view.y + y / distance};
    }

    [[nodiscard]] Point toPaper(double pictureX, double pictureY) const
    {
        const double seenX = pictureX - m_view.x;
        const double seenY = pictureY - m_view.y;
        const double distance = 1 / (1 - m_view.tiltX * seenX - m_view.tiltY * seenY);
        const double x = seenX * distance / m_view.scale;
        const double y = seenY * distance / m_view.scale;
        return {x * m_cosine + y * m_sine, y * m_cosine - x * m_sine};
    }

private:
    View m_view;
    double m_cosine;
    double m_sine;
};

} // namespace digitpad::life
