// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/life/scene.h"

#include "core/data/chance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <numbers>
#include <random>
#include <utility>

namespace digitpad::life {

namespace {

using enum LifeKind;

/// Draws one part of a scene after the other; each may go by those before it.
class Lot {
public:
    Lot(double inkWidth, std::uint64_t seed) : m_random(seed), m_inkWidth(inkWidth) {}

    Scene draw()
    {
        m_scene.seed = m_random();
        chooseMedium();
        chooseSize();
        chooseSurface();
        choosePen();
        if (isPhotographed()) {
            chooseTilt();
            chooseSheet();
            chooseLight();
        }
        chooseCamera();
        return std::move(m_scene);
    }

private:
    [[nodiscard]] bool isPhotographed() const
    {
        return has(Photo) || has(Board); // a scanner has its own light
    }
    [[nodiscard]] bool has(LifeKind kind) const
    {
        return std::ranges::count(m_scene.kinds, kind) > 0;
    }
    void add(LifeKind kind) { m_scene.kinds.push_back(kind); }
    float value(double low, double high) { return static_cast<float>(m_chance.between(low, high)); }
    Colour oneOf(std::initializer_list<Colour> colours)
    {
        return colours.begin()[m_chance.below(colours.size())];
    }
    /// Evenly on a scale of ratios.
    double ratioBetween(double low, double high)
    {
        return low * std::pow(high / low, m_chance.fraction());
    }

    void chooseMedium();
    void chooseSize();
    void chooseSurface();
    void chooseRuling();
    void choosePen();
    void choosePenWidth();
    void choosePenColour();
    void chooseTilt();
    void chooseSheet();
    void chooseLight();
    void chooseShadow();
    void chooseCamera();

    std::mt19937_64 m_random;
    Chance m_chance{m_random};
    double m_inkWidth; // heights
    double m_part = 0; // of the picture that the writing takes
    Scene m_scene;
};

void Lot::chooseMedium()
{
    const double lot = m_chance.fraction();
    Ground& ground = m_scene.surface.ground;
    if (lot < 0.6) {
        add(Photo);
    } else if (lot < 0.72) {
        add(Scan);
    } else if (lot < 0.82) {
        add(Board);
        ground = Ground::Board;
    } else if (lot < 0.9) {
        add(Screen);
        ground = Ground::Screen;
    } else {
        add(Transparent);
        ground = Ground::Nothing;
    }
}

void Lot::chooseSize()
{
    const double lot = m_chance.fraction();
    double side = ratioBetween(240, 1600); // the long one
    m_part = m_chance.between(0.3, 0.8);
    if (lot < 0.04) {
        add(Coarse);
        side = m_chance.between(30, 48);
        m_part = m_chance.between(0.7, 0.92);
    } else if (lot < 0.07) {
        add(Fine);
        side = m_chance.between(3000, 4000);
    }
    if (!has(Coarse) && m_chance.isSo(0.12)) {
        add(Small);
        side = std::max(side, 900.0);
        m_part = ratioBetween(0.07, 0.2);
    }
    double shape = m_chance.isSo(0.3) ? 1 : m_chance.between(0.56, 0.8);
    if (m_inkWidth > 1.5 || m_chance.isSo(0.4)) { // wide writing is taken in a wide picture
        shape = 1 / shape;
    }
    View& view = m_scene.view;
    view.width = static_cast<int>(std::lround(side * std::min(shape, 1.0)));
    view.height = static_cast<int>(std::lround(side * std::min(1 / shape, 1.0)));
    // With room for the pen.
    const double across = m_inkWidth + 0.2;
    constexpr double kDown = 1.2;
    if (has(Coarse)) { // no smaller than it can be read
        view.width = std::max(view.width, static_cast<int>(view.height * across / kDown));
    }
    view.scale = m_part * std::min(view.width / std::max(across, kDown), view.height / kDown);
    const double freeX = view.width - across * view.scale;
    const double freeY = view.height - kDown * view.scale;
    view.x = view.width / 2.0 + m_chance.between(-0.35, 0.35) * std::max(freeX, 0.0);
    view.y = view.height / 2.0 + m_chance.between(-0.35, 0.35) * std::max(freeY, 0.0);
}

void Lot::chooseSurface()
{
    Surface& surface = m_scene.surface;
    if (has(Board)) {
        add(LightOnDark);
        surface.colour = oneOf({{0.16F, 0.3F, 0.24F}, {0.13F, 0.14F, 0.15F}, {0.2F, 0.27F, 0.25F}});
        surface.texture = value(0.02, 0.1);
        return;
    }
    if (has(Screen)) {
        surface.colour = {1, 1, 1};
        if (m_chance.isSo(0.5)) {
            add(LightOnDark);
            const float grey = value(0, 0.2);
            surface.colour = {grey, grey, m_chance.isSo(0.3) ? grey + 0.1F : grey};
        }
        return;
    }
    if (has(Transparent)) {
        return;
    }
    const float white = value(0.86, 1);
    surface.colour = {white, white * value(0.96, 1), white * value(0.88, 1)};
    if (m_chance.isSo(0.12)) {
        add(TintedPaper);
        surface.colour = oneOf(
            {{0.98F, 0.9F, 0.45F}, // a sticky note
             {0.75F, 0.88F, 0.95F},
             {0.97F, 0.75F, 0.8F},
             {0.78F, 0.93F, 0.75F},
             {0.76F, 0.66F, 0.5F}}); // a cardboard box
    }
    surface.texture = value(0.003, 0.02);
    if (!has(Coarse)) {
        chooseRuling();
        if (m_chance.isSo(0.15)) {
            add(Specks);
            surface.specks = 1 + static_cast<int>(m_chance.below(8));
        }
    }
}

/// Lines are 7 to 9 mm apart, squares 4 to 5 mm, and people write digits from the height of a
/// square up to several lines.
void Lot::chooseRuling()
{
    Surface& surface = m_scene.surface;
    const double lot = m_chance.fraction();
    if (lot < 0.22) {
        add(Lines);
        surface.ruling = Ruling::Lines;
        surface.pitch = has(Small) ? m_chance.between(0.8, 1.6) : ratioBetween(0.3, 1.6);
        surface.lineWidth = surface.pitch * m_chance.between(0.02, 0.045);
    } else if (lot < 0.38) {
        add(Squares);
        surface.ruling = Ruling::Squares;
        surface.pitch = has(Small) ? m_chance.between(0.6, 1.1) : ratioBetween(0.2, 1.1);
        surface.lineWidth = surface.pitch * m_chance.between(0.03, 0.06);
    } else {
        return;
    }
    // Who writes between lines stands on one.
    surface.lineY = surface.pitch > 0.8 && m_chance.isSo(0.8) ? 0.5 + m_chance.around(0.05)
                                                              : m_chance.between(0, surface.pitch);
    surface.lineX = m_chance.between(0, surface.pitch);
    surface.lineTurn = m_chance.around(0.03);
    surface.line = oneOf(
        {{0.45F, 0.6F, 0.85F}, {0.5F, 0.5F, 0.55F}, {0.55F, 0.7F, 0.75F}, {0.75F, 0.55F, 0.6F}});
    surface.lineOpacity = value(0.3, 0.9);
    if (m_chance.isSo(0.3)) {
        add(Margin);
        surface.hasMargin = true;
        surface.marginX = -m_inkWidth / 2 - m_chance.between(0.15, 1.2);
    }
}

void Lot::choosePen()
{
    choosePenWidth();
    Pen& pen = m_scene.pen;
    // Printed lines are finer than any pen.
    Surface& surface = m_scene.surface;
    surface.lineWidth = std::min(surface.lineWidth, 0.8 * pen.width);
    pen.unsteady = m_chance.between(0, 0.2);
    pen.isSmooth = !has(Screen) || m_chance.isSo(0.7);
    if (has(Board)) {
        pen.colour = oneOf({{0.95F, 0.95F, 0.93F}, {0.95F, 0.9F, 0.6F}, {0.95F, 0.75F, 0.78F}});
        pen.opacity = value(0.65, 0.95);
        pen.grain = value(0.2, 0.6);
        pen.width = std::max(pen.width, 0.05);
        return;
    }
    if (!has(Screen) && !has(Transparent) && !has(Coarse) && m_chance.isSo(0.2)) {
        add(Pencil);
        const float grey = value(0.25, 0.45);
        pen.colour = {grey, grey, grey + 0.02F};
        pen.opacity = value(0.55, 0.9);
        pen.grain = value(0.2, 0.6);
        pen.width = std::clamp(pen.width, 0.02, 0.08);
        return;
    }
    choosePenColour();
}

void Lot::choosePenWidth()
{
    Pen& pen = m_scene.pen;
    // A stroke of less than two pixels is hard to see for a person too.
    const double least =
        (has(Coarse) ? 2.2 : 2.5) * std::max(1.0, m_scene.view.width / 1600.0) / m_scene.view.scale;
    pen.width = ratioBetween(0.03, 0.1);
    const double lot = m_chance.fraction();
    if (lot < 0.15) {
        pen.width = ratioBetween(0.012, 0.03);
    } else if (lot < 0.3) {
        pen.width = ratioBetween(0.1, 0.2);
    }
    pen.width = std::max(pen.width, std::min(least, 0.16));
    if (pen.width < 1.0 / 30) {
        add(Thin);
    } else if (pen.width > 0.1) {
        add(Thick);
    }
}

void Lot::choosePenColour()
{
    Pen& pen = m_scene.pen;
    const bool isLight = has(LightOnDark) || (has(Transparent) && m_chance.isSo(0.4));
    if (isLight) {
        pen.colour = {1, 1, 1};
        if (has(Transparent)) {
            add(LightOnDark);
        }
    } else {
        const float black = value(0, 0.2);
        pen.colour = {black, black, black + 0.03F};
        pen.opacity = value(0.85, 1);
    }
    if (m_chance.isSo(0.4)) {
        add(ColouredPen);
        if (isLight) {
            pen.colour =
                oneOf({{1, 0.85F, 0.2F}, {0.4F, 0.9F, 1}, {0.5F, 1, 0.5F}, {1, 0.5F, 0.5F}});
        } else {
            pen.colour = oneOf(
                {{0.1F, 0.2F, 0.65F}, // ballpoint blue
                 {0.15F, 0.25F, 0.75F},
                 {0.75F, 0.12F, 0.15F},
                 {0.1F, 0.5F, 0.25F},
                 {0.45F, 0.15F, 0.55F},
                 {0.95F, 0.45F, 0.1F}});
        }
    }
}

void Lot::chooseTilt()
{
    View& view = m_scene.view;
    view.turn = m_chance.around(0.05);
    if (m_chance.isSo(0.4)) {
        add(Tilted);
        const double half = std::hypot(view.width, view.height) / 2;
        view.tiltX = m_chance.between(-0.12, 0.12) / half;
        view.tiltY = m_chance.between(-0.2, 0.2) / half;
    }
}

/// The paper's edges, all of them or one or two, between the writing and the picture's edge.
void Lot::chooseSheet()
{
    if (!has(Photo) || has(Coarse) || m_part > 0.6 || !m_chance.isSo(0.3)) {
        return;
    }
    add(Table);
    const View& view = m_scene.view;
    Sheet& sheet = m_scene.sheet;
    sheet.hasTable = true;
    sheet.table = oneOf(
        {{0.45F, 0.3F, 0.18F},
         {0.25F, 0.16F, 0.1F},
         {0.12F, 0.12F, 0.13F},
         {0.2F, 0.3F, 0.5F},
         {0.62F, 0.48F, 0.33F},
         {0.5F, 0.5F, 0.5F}});
    sheet.grain = value(0, 0.12);
    const bool isWhole = m_chance.isSo(0.4);
    const std::size_t side = m_chance.below(4);
    // The way from the writing's edge to the picture's, in heights of the writing.
    const std::array<double, 4> ways{
        view.x / view.scale - m_inkWidth / 2, view.y / view.scale - 0.5,
        (view.width - view.x) / view.scale - m_inkWidth / 2,
        (view.height - view.y) / view.scale - 0.5};
    std::array<double, 4> edges{};
    for (std::size_t i = 0; i < 4; ++i) {
        const bool shows = isWhole || i == side || (i == (side + 1) % 4 && m_chance.isSo(0.4));
        const double near = std::min(0.3, ways[i] * 0.6);
        edges[i] = shows ? std::max(near, ways[i] * m_chance.between(0.5, 0.9)) : 100.0;
    }
    sheet.left = -m_inkWidth / 2 - edges[0];
    sheet.top = -0.5 - edges[1];
    sheet.right = m_inkWidth / 2 + edges[2];
    sheet.bottom = 0.5 + edges[3];
}

void Lot::chooseLight()
{
    Light& light = m_scene.light;
    const View& view = m_scene.view;
    const float strength = value(0.65, 1);
    const float warmth = value(-0.08, 0.16);
    light.tint = {std::min(strength * (1 + warmth / 2), 1.05F), strength, strength * (1 - warmth)};
    if (m_chance.isSo(0.35)) {
        add(Lamp);
        light.fall = value(0.25, 0.6);
        light.lampX = m_chance.between(-0.3, 1.3) * view.width;
        light.lampY = m_chance.between(-0.3, 1.3) * view.height;
        light.reach = std::hypot(view.width, view.height);
    }
    if (m_chance.isSo(0.35)) {
        add(LifeKind::Shadow);
        chooseShadow();
        if (m_chance.isSo(0.2)) {
            chooseShadow();
        }
    }
}

void Lot::chooseShadow()
{
    const View& view = m_scene.view;
    const double diagonal = std::hypot(view.width, view.height);
    m_scene.light.shadows.push_back(
        {.depth = value(0.2, 0.55),
         .x = m_chance.between(0.1, 0.9) * view.width,
         .y = m_chance.between(0.1, 0.9) * view.height,
         .angle = m_chance.between(0, 2 * std::numbers::pi),
         .radius = m_chance.isSo(0.35) ? m_chance.between(0.15, 0.4) * diagonal : 0,
         .softness = ratioBetween(0.015, 0.2) * diagonal});
}

void Lot::chooseCamera()
{
    Camera& camera = m_scene.camera;
    const double penPixels = m_scene.pen.width * m_scene.view.scale;
    if (isPhotographed()) {
        camera.exposure = value(0.3, 0.45);
    }
    if (isPhotographed() || has(Scan)) {
        camera.blur = m_chance.between(0.3, 0.7);
        camera.noise = value(0.003, 0.012);
    }
    if (isPhotographed() && !has(Coarse)) {
        if (m_chance.isSo(0.2)) {
            add(Blurred);
            camera.blur = std::max(camera.blur, penPixels * m_chance.between(0.25, 0.5));
        }
        if (m_chance.isSo(0.25)) {
            add(Noisy);
            camera.noise = value(0.02, 0.05);
        }
    }
    if (!has(Transparent) && m_chance.isSo(has(Screen) ? 0.3 : 0.7)) {
        camera.jpegQuality = static_cast<int>(m_chance.between(30, 92));
        if (camera.jpegQuality < 60) {
            add(Jpeg);
        }
    }
}

} // namespace

Scene chooseScene(double inkWidth, std::uint64_t seed)
{
    return Lot(inkWidth, seed).draw();
}

} // namespace digitpad::life
