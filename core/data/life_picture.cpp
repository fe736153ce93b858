// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/life_picture.h"

#include "core/data/life/backdrop.h"
#include "core/data/life/camera.h"
#include "core/data/life/light.h"
#include "core/data/life/pen.h"
#include "core/data/life/scene.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

namespace digitpad {

namespace {

struct Writing {
    Ink ink;          // in its own heights from its middle
    double width = 0; // heights
};

Writing measured(const Ink& ink)
{
    Point least{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    Point most{-least.x, -least.y};
    Writing writing;
    for (const Stroke& stroke : ink) {
        Stroke& finite = writing.ink.emplace_back();
        for (const Point& point : stroke) {
            if (std::isfinite(point.x) && std::isfinite(point.y)) {
                least = {std::min(least.x, point.x), std::min(least.y, point.y)};
                most = {std::max(most.x, point.x), std::max(most.y, point.y)};
                finite.push_back(point);
            }
        }
    }
    // Something flat has no height to speak of.
    const double width = most.x - least.x;
    const double extent = std::max(most.y - least.y, width / 8);
    const double height = extent > 0 ? extent : 1;
    for (Stroke& stroke : writing.ink) {
        for (Point& point : stroke) {
            point.x = (point.x - (least.x + most.x) / 2) / height;
            point.y = (point.y - (least.y + most.y) / 2) / height;
        }
    }
    writing.width = width / height;
    return writing;
}

std::uint8_t byteOf(float value)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 1.0F) * 255));
}

/// The ink's colour everywhere, and the shape in the transparency.
void drawTransparent(LifePicture& picture, const Plane& ink, const life::Pen& pen)
{
    for (const float part : ink.values) {
        for (const float value : {pen.colour.red, pen.colour.green, pen.colour.blue}) {
            picture.rgba.push_back(part > 0 ? byteOf(value) : 0);
        }
        picture.rgba.push_back(byteOf(part * pen.opacity));
    }
}

life::Channels seen(const Plane& ink, const life::Scene& scene)
{
    const Plane empty(ink.width, ink.height);
    life::Channels channels{empty, empty, empty};
    const life::Backdrop backdrop(scene);
    const life::Colour& tint = scene.light.tint;
    for (int y = 0; y < ink.height; ++y) {
        for (int x = 0; x < ink.width; ++x) {
            const life::Colour ground = backdrop.at(x, y);
            const float part = ink.at(x, y) * scene.pen.opacity;
            const float light = life::brightnessAt(scene.light, x, y);
            channels[0].at(x, y) =
                std::lerp(ground.red, scene.pen.colour.red, part) * light * tint.red;
            channels[1].at(x, y) =
                std::lerp(ground.green, scene.pen.colour.green, part) * light * tint.green;
            channels[2].at(x, y) =
                std::lerp(ground.blue, scene.pen.colour.blue, part) * light * tint.blue;
        }
    }
    return channels;
}

void drawOpaque(LifePicture& picture, const Plane& ink, const life::Scene& scene)
{
    life::Channels channels = seen(ink, scene);
    life::expose(channels, scene.camera, scene.seed);
    if (scene.camera.jpegQuality > 0) {
        life::compress(channels, scene.camera.jpegQuality);
    }
    for (std::size_t i = 0; i < ink.values.size(); ++i) {
        for (const Plane& channel : channels) {
            picture.rgba.push_back(byteOf(channel.values[i]));
        }
        picture.rgba.push_back(255);
    }
}

} // namespace

std::string_view nameOf(LifeKind kind)
{
    constexpr std::array<std::string_view, kLifeKinds> kNames{
        "photo", "scan",   "board",   "screen", "transparent",  "light on dark", "shadow",
        "lamp",  "lines",  "squares", "margin", "tinted paper", "pencil",        "coloured pen",
        "thin",  "thick",  "small",   "table",  "tilted",       "blurred",       "noisy",
        "JPEG",  "specks", "coarse",  "fine"};
    return kNames[static_cast<std::size_t>(kind)];
}

LifePicture lifePicture(const Ink& ink, std::uint64_t seed)
{
    const Writing writing = measured(ink);
    life::Scene scene = life::chooseScene(writing.width, seed);
    LifePicture picture{
        .width = scene.view.width,
        .height = scene.view.height,
        .rgba = {},
        .kinds = std::move(scene.kinds)};
    picture.rgba.reserve(
        std::size_t{4} * static_cast<std::size_t>(picture.width) *
        static_cast<std::size_t>(picture.height));
    const Plane inked = life::inked(writing.ink, scene);
    if (scene.surface.ground == life::Ground::Nothing) {
        drawTransparent(picture, inked, scene.pen);
    } else {
        drawOpaque(picture, inked, scene);
    }
    return picture;
}

} // namespace digitpad
