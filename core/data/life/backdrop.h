// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/life/scene.h"
#include "core/data/life/view.h"

#include <vector>

namespace digitpad::life {

/// What there is without the writing: paper with its ruling and dirt, the table under it.
class Backdrop {
public:
    explicit Backdrop(const Scene& scene);

    /// The colour in the middle of a pixel of the picture, in even white light.
    [[nodiscard]] Colour at(int x, int y) const;

private:
    struct Speck {
        Point middle; // heights of the writing
        double radius = 0;
        float depth = 0;
    };

    [[nodiscard]] Colour tableAt(const Point& paper) const;
    [[nodiscard]] float lineAt(double distance) const;
    void rule(Colour& colour, const Point& paper) const;

    const Scene& m_scene;
    Projection m_projection;
    double m_cosine; // of the lines
    double m_sine;
    std::vector<Speck> m_specks;
};

} // namespace digitpad::life
