// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/ink_map.h"

#include "core/picture/paper.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace digitpad {

namespace {

// Pictures at least that large lose no stroke to a little smoothing, only noise.
constexpr int kSmoothFrom = 96;

// Paper never counts as darker than that, or noise in black shadows would become ink.
constexpr float kDarkestPaper = 0.08F;

// Lightness is kept unless a colour channel is that much clearer: cameras and JPEG keep lightness
// sharper than colour.
constexpr float kMuchClearer = 1.5F;

// What counts as noise at least, so that flawless pictures compare by contrast.
constexpr float kLeastNoise = 0.02F;

// A step in the paper's brightness: that part of the contrast between two values of its field.
constexpr double kSteep = 0.05;

// Squares that are wider than any stroke, as a part of the picture's side: of digits that fill
// their picture, and of those that leave room for a table around the paper.
constexpr double kWideSquare = 0.4;
constexpr double kNarrowSquare = 0.14;

// Which view is the best is decided on pictures of at most that many pixels a side.
constexpr int kSurveySide = 512;

enum class Channel : std::uint8_t { Lightness, Red, Green, Blue };

/// One way to see a picture: through one channel, with ink darker or lighter than paper, strokes
/// narrower than a square.
struct View {
    Channel channel = Channel::Lightness;
    bool negated = false; // where ink is the lighter
    double square = kWideSquare;
};

/// What a view shows of a picture.
struct Sight {
    View view;
    Plane brightness; // negated where ink is the lighter
    InkMap map;
    float cost = 0;    // how implausible what it calls paper is
    float clarity = 0; // contrast over noise
};

/// Ink is what paper lacks: as a part of the paper's light where ink darkens it, and as a
/// difference where ink shines.
Plane difference(const Plane& brightness, const Plane& paper, bool negated)
{
    Plane ink(brightness.width, brightness.height);
    for (std::size_t i = 0; i < ink.values.size(); ++i) {
        const float lacking = paper.values[i] - brightness.values[i];
        ink.values[i] = lacking / (negated ? 1.0F : std::max(paper.values[i], kDarkestPaper));
    }
    return ink;
}

bool isOnEdge(const Plane& plane, std::size_t i)
{
    const auto x = i % static_cast<std::size_t>(plane.width);
    const auto y = i / static_cast<std::size_t>(plane.width);
    return x == 0 || y == 0 || x + 1 == static_cast<std::size_t>(plane.width) ||
           y + 1 == static_cast<std::size_t>(plane.height);
}

/// Paper takes more room than ink, more of the edge, and its brightness hardly changes. The cost
/// is the part of the picture and the part of its edge that would be ink, and half the length of
/// the steps, a full contrast high, in the paper's brightness; slopes of the light are no steps.
float implausibility(const InkMap& map, const Plane& paper)
{
    double inked = 0;
    double edge = 0;
    double inkedEdge = 0;
    for (std::size_t i = 0; i < map.ink.values.size(); ++i) {
        const bool isInk = map.ink.values[i] > map.threshold;
        inked += isInk ? 1 : 0;
        if (isOnEdge(map.ink, i)) {
            edge += 1;
            inkedEdge += isInk ? 1 : 0;
        }
    }
    const double contrast = std::max(2 * map.threshold, kLeastNoise);
    const int cell = fieldCell(paper);
    const Plane field = shrunk(paper, cell);
    double steps = 0;
    for (const float step : gradient(field).values) {
        steps += step > kSteep * contrast ? step : 0;
    }
    return static_cast<float>(
        inked / static_cast<double>(map.ink.values.size()) + inkedEdge / edge +
        0.5 * steps / (contrast * (field.width + field.height)));
}

float clarityOf(const InkMap& map)
{
    double squares = 0;
    double count = 1;
    for (const float value : map.ink.values) {
        if (std::abs(value) < map.threshold) {
            squares += double{value} * value;
            count += 1;
        }
    }
    return 2 * map.threshold / (static_cast<float>(std::sqrt(squares / count)) + kLeastNoise);
}

Plane lightness(const Colours& colours)
{
    Plane result(colours.red.width, colours.red.height);
    for (std::size_t i = 0; i < result.values.size(); ++i) { // ITU-R 601 luma
        result.values[i] = 0.299F * colours.red.values[i] + 0.587F * colours.green.values[i] +
                           0.114F * colours.blue.values[i];
    }
    return result;
}

Plane brightnessOf(const Colours& colours, const View& view)
{
    const auto channel = [&] {
        switch (view.channel) {
        case Channel::Lightness:
            break;
        case Channel::Red:
            return colours.red;
        case Channel::Green:
            return colours.green;
        case Channel::Blue:
            return colours.blue;
        }
        return lightness(colours);
    };
    Plane brightness = channel();
    if (std::min(brightness.width, brightness.height) >= kSmoothFrom) {
        brightness = smoothed(brightness);
    }
    if (view.negated) {
        for (float& value : brightness.values) {
            value = 1 - value;
        }
    }
    return brightness;
}

Sight sightOf(const Colours& colours, const View& view)
{
    Sight sight{.view = view, .brightness = brightnessOf(colours, view), .map = {}};
    const Plane paper = roughPaper(sight.brightness, view.square);
    sight.map.ink = difference(sight.brightness, paper, view.negated);
    sight.map.threshold = edgeThreshold(sight.map.ink);
    sight.cost = implausibility(sight.map, paper);
    sight.clarity = clarityOf(sight.map);
    return sight;
}

Sight mostPlausible(const Colours& colours, Channel channel)
{
    Sight best = sightOf(colours, {channel, false, kWideSquare});
    for (const View& view :
         {View{channel, false, kNarrowSquare},
          {channel, true, kWideSquare},
          {channel, true, kNarrowSquare}}) {
        if (Sight sight = sightOf(colours, view); sight.cost < best.cost) {
            best = std::move(sight);
        }
    }
    return best;
}

bool isColoured(const Colours& colours)
{
    constexpr float kVisible = 0.08F;
    std::size_t count = 0;
    for (std::size_t i = 0; i < colours.red.values.size(); ++i) {
        const auto [least, most] =
            std::minmax({colours.red.values[i], colours.green.values[i], colours.blue.values[i]});
        count += most - least > kVisible ? 1 : 0;
    }
    return count * 1000 > colours.red.values.size(); // a thin coloured line is that much
}

Colours smaller(const Colours& colours, int cell)
{
    return {
        .red = shrunk(colours.red, cell),
        .green = shrunk(colours.green, cell),
        .blue = shrunk(colours.blue, cell),
        .alpha = shrunk(colours.alpha, cell)};
}

/// The view that shows the ink best: in lightness, unless a colour shows it much more clearly.
View bestView(const Colours& colours)
{
    Sight best = mostPlausible(colours, Channel::Lightness);
    if (isColoured(colours)) {
        float toBeat = kMuchClearer * best.clarity;
        for (const Channel channel : {Channel::Red, Channel::Green, Channel::Blue}) {
            Sight sight = mostPlausible(colours, channel);
            if (sight.clarity > toBeat) {
                toBeat = sight.clarity;
                best = std::move(sight);
            }
        }
    }
    return best.view;
}

/// The light estimated again from what is paper by now: first from all that may be, since the rough
/// estimate takes dark corners for half inked, then from what is clear of the ink's soft edges.
InkMap refined(const Sight& sight)
{
    InkMap map = sight.map;
    for (const float part : {1.0F, 0.5F}) {
        const Plane paper = refinedPaper(sight.brightness, smoothed(map.ink), part * map.threshold);
        map.ink = difference(sight.brightness, paper, sight.view.negated);
        map.threshold = edgeThreshold(map.ink);
    }
    return map;
}

} // namespace

float edgeThreshold(const Plane& plane)
{
    const Plane edges = gradient(plane);
    // A quarter of the pixels at least is flat paper: what slopes it has are noise, whose gradients
    // (Rayleigh distributed) hardly ever exceed four times their lower quartile.
    const float noise = 4 * quantile(edges.values, 0.25);
    double weights = 0;
    double sum = 0;
    for (std::size_t i = 0; i < edges.values.size(); ++i) {
        const double weight = double{edges.values[i]} * edges.values[i] - double{noise} * noise;
        if (weight > 0) {
            weights += weight;
            sum += weight * std::max(plane.values[i], 0.0F);
        }
    }
    return weights > 0 ? static_cast<float>(sum / weights) : 0.0F;
}

InkMap findInk(const Colours& colours)
{
    const int side = std::max(colours.red.width, colours.red.height);
    const View view = side > kSurveySide
                          ? bestView(smaller(colours, (side + kSurveySide - 1) / kSurveySide))
                          : bestView(colours);
    return refined(sightOf(colours, view));
}

} // namespace digitpad
