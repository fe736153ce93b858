// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/life/backdrop.h"

#include "core/data/chance.h"
#include "core/data/life/grain.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace digitpad::life {

namespace {

constexpr Colour kMarginRed{0.85F, 0.35F, 0.4F};
constexpr double kPaperShadow = 0.06; // how far a sheet darkens the table, heights of the writing

void mix(Colour& colour, const Colour& other, float part)
{
    colour.red = std::lerp(colour.red, other.red, part);
    colour.green = std::lerp(colour.green, other.green, part);
    colour.blue = std::lerp(colour.blue, other.blue, part);
}

void dim(Colour& colour, float part)
{
    colour.red *= part;
    colour.green *= part;
    colour.blue *= part;
}

/// How far a value is from the nearest multiple of `pitch`.
double toNearest(double value, double pitch)
{
    return std::abs(value - pitch * std::round(value / pitch));
}

/// How far a place lies beyond the sheet's edge; below 0 on the sheet.
double beyond(const Sheet& sheet, const Point& paper)
{
    return std::max(
        {sheet.left - paper.x, paper.x - sheet.right, sheet.top - paper.y, paper.y - sheet.bottom});
}

} // namespace

Backdrop::Backdrop(const Scene& scene)
    : m_scene(scene),
      m_projection(scene.view),
      m_cosine(std::cos(scene.surface.lineTurn)),
      m_sine(std::sin(scene.surface.lineTurn))
{
    std::mt19937_64 random(scene.seed + 3);
    Chance chance(random);
    for (int i = 0; i < scene.surface.specks; ++i) {
        const double x = chance.between(0, scene.view.width);
        const double y = chance.between(0, scene.view.height);
        const double radius = chance.between(0.005, 0.02);
        m_specks.push_back(
            {.middle = m_projection.toPaper(x, y),
             .radius = radius,
             .depth = static_cast<float>(chance.between(0.3, 0.8))});
    }
}

Colour Backdrop::tableAt(const Point& paper) const
{
    Colour colour = m_scene.sheet.table;
    const float wood = grain(m_scene.seed + 4, paper.x * 0.7, paper.y * 12) +
                       0.5F * grain(m_scene.seed + 5, paper.x * 2, paper.y * 40);
    dim(colour, 1 + m_scene.sheet.grain * wood);
    const double away = beyond(m_scene.sheet, paper);
    dim(colour, 1 - 0.4F * static_cast<float>(std::max(0.0, 1 - away / kPaperShadow)));
    return colour;
}

/// How much a line takes of a pixel whose middle is that far from the line's, on the paper.
float Backdrop::lineAt(double distance) const
{
    const double width = m_scene.surface.lineWidth * m_scene.view.scale;
    return static_cast<float>(
        std::clamp(width / 2 + 0.5 - distance * m_scene.view.scale, 0.0, std::min(width, 1.0)));
}

void Backdrop::rule(Colour& colour, const Point& paper) const
{
    const Surface& surface = m_scene.surface;
    const double x = paper.x * m_cosine + paper.y * m_sine - surface.lineX;
    const double y = paper.y * m_cosine - paper.x * m_sine - surface.lineY;
    float part = lineAt(toNearest(y, surface.pitch));
    if (surface.ruling == Ruling::Squares) {
        part = std::max(part, lineAt(toNearest(x, surface.pitch)));
    }
    mix(colour, surface.line, part * surface.lineOpacity);
    if (surface.hasMargin) {
        const double away = x + surface.lineX - surface.marginX;
        mix(colour, kMarginRed, lineAt(std::abs(away)) * surface.lineOpacity);
    }
}

Colour Backdrop::at(int x, int y) const
{
    const Surface& surface = m_scene.surface;
    const Point paper = m_projection.toPaper(x + 0.5, y + 0.5);
    if (m_scene.sheet.hasTable && beyond(m_scene.sheet, paper) > 0) {
        return tableAt(paper);
    }
    Colour colour = surface.colour;
    if (surface.texture > 0) { // fibres, and clouds or the marks of a sponge
        const float fibre =
            static_cast<float>(hashOf(m_scene.seed + 6, x, y) >> 40U) * 0x1p-23F - 1;
        const float cloud = grain(m_scene.seed + 7, paper.x * 1.5, paper.y * 3);
        dim(colour, 1 + surface.texture * (fibre / 2 + cloud));
    }
    if (surface.ruling != Ruling::None) {
        rule(colour, paper);
    }
    for (const Speck& speck : m_specks) {
        const double away = std::hypot(paper.x - speck.middle.x, paper.y - speck.middle.y);
        const double inside = (speck.radius - away) * m_scene.view.scale + 0.5;
        dim(colour, 1 - speck.depth * static_cast<float>(std::clamp(inside, 0.0, 1.0)));
    }
    return colour;
}

} // namespace digitpad::life
