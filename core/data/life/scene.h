// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/life_picture.h"

#include <cstdint>
#include <vector>

/// The parts that a picture from life is made of. Lengths on the paper are in heights of what is
/// written, those in the picture in pixels; brightness and colours are 0 to 1.
namespace digitpad::life {

struct Colour {
    float red = 1;
    float green = 1;
    float blue = 1;
};

enum class Ground : std::uint8_t { Paper, Board, Screen, Nothing };
enum class Ruling : std::uint8_t { None, Lines, Squares };

/// What is written on.
struct Surface {
    Ground ground = Ground::Paper;
    Colour colour;
    float texture = 0; ///< how much brightness varies
    Ruling ruling = Ruling::None;
    double pitch = 1;     ///< between two lines
    double lineWidth = 0; ///< on the paper
    double lineX = 0;     ///< where one of the lines runs
    double lineY = 0;
    double lineTurn = 0; ///< of the lines against the writing, radians
    Colour line;
    float lineOpacity = 0;
    bool hasMargin = false;
    double marginX = 0;
    int specks = 0;
};

/// The table that shows where the paper ends: before the left edge and so on, in heights of the
/// writing from its middle.
struct Sheet {
    bool hasTable = false;
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    Colour table;
    float grain = 0; ///< of its wood
};

struct Pen {
    Colour colour;
    double width = 0.06; ///< on the paper
    float opacity = 1;
    float grain = 0;      ///< the part of the ink that the paper's hollows do not take
    double unsteady = 0;  ///< how much its width varies
    bool isSmooth = true; ///< with soft edges
};

/// How the paper lies before the camera.
struct View {
    int width = 1;    ///< of the picture
    int height = 1;   ///< of the picture
    double scale = 1; ///< pixels for one height of the writing, in the middle of it
    double x = 0;     ///< where that middle is
    double y = 0;
    double turn = 0;  ///< radians
    double tiltX = 0; ///< how much nearer it gets with each pixel
    double tiltY = 0;
};

/// A shadow with an edge: a half plane, or an ellipse when `radius` is above 0.
struct Shadow {
    float depth = 0; ///< the part of the light that it takes
    double x = 0;    ///< a place on its edge, or its middle
    double y = 0;
    double angle = 0;
    double radius = 0;
    double softness = 1; ///< of its edge, pixels
};

struct Light {
    Colour tint; ///< its strength too
    std::vector<Shadow> shadows;
    float fall = 0; ///< how much of the light is lost at `reach`
    double lampX = 0;
    double lampY = 0;
    double reach = 1; ///< pixels
};

struct Camera {
    float exposure = 0; ///< the mean brightness that it makes of a darker scene
    double blur = 0;    ///< standard deviation, pixels
    float noise = 0;
    int jpegQuality = 0; ///< libjpeg's 1 to 100; 0 is none
};

/// One picture, before it is drawn.
struct Scene {
    std::uint64_t seed = 0; ///< of textures and noise
    Surface surface;
    Sheet sheet;
    Pen pen;
    View view;
    Light light;
    Camera camera;
    std::vector<LifeKind> kinds;
};

/// Draws a scene by lot for writing that is `inkWidth` times as wide as it is high.
[[nodiscard]] Scene chooseScene(double inkWidth, std::uint64_t seed);

} // namespace digitpad::life
