// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/ink_map.h"

#include "core/picture/digit.h"
#include "core/picture/paper.h"
#include "core/picture/pieces.h"
#include "core/picture/ruling.h"
#include "core/picture/surroundings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
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

// What costs so much more than the most plausible view is not how the picture was made.
constexpr double kMostDearer = 0.65;

// Which view is the best is decided on pictures of at most that many pixels a side.
constexpr int kSurveySide = 400;

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
    Paper paper;
    InkMap map;
};

/// What a view is worth.
struct Judgement {
    View view;
    double cost = 0;   // how implausible what it calls paper is
    float clarity = 0; // contrast over noise
};

/// Ink is what paper lacks, as a part of the light there is: of the paper's brightness where ink
/// darkens it. Where ink shines, on a board or on a screen, the ground's brightness tells how much
/// less light there is than elsewhere, as far as so dark a ground can tell.
Plane difference(const Plane& brightness, const Paper& paper, bool negated)
{
    const float usual = negated ? 1 - quantile(paper.darkest.values, 0.5) : 1;
    const float darkest = negated ? std::max(usual / 3, kDarkestPaper) : kDarkestPaper;
    Plane ink(brightness.width, brightness.height);
    for (std::size_t i = 0; i < ink.values.size(); ++i) {
        const float here =
            std::clamp(brightness.values[i], paper.darkest.values[i], paper.lightest.values[i]);
        const float light = negated ? 1 - paper.lightest.values[i] : paper.darkest.values[i];
        ink.values[i] =
            (here - brightness.values[i]) * std::max(usual, darkest) / std::max(light, darkest);
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

/// The parts of the picture and of its edge that are ink, added up.
double inkedPart(const InkMap& map)
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
    return inked / static_cast<double>(map.ink.values.size()) + inkedEdge / edge;
}

/// How long the steps in the paper's brightness are that are as high as the contrast, as a part of
/// the picture's outline. Slopes of the light are no steps, nor is noise.
double stepsIn(const Plane& paper, double contrast)
{
    const int cell = fieldCell(paper);
    const Plane field = shrunk(paper, cell);
    const Plane slopes = gradient(field);
    const double least = std::max(kSteep * contrast, 3.0 * quantile(slopes.values, 0.5));
    double steps = 0;
    for (const float step : slopes.values) {
        steps += step > least ? std::min<double>(step, contrast) : 0;
    }
    return steps / (2 * contrast * (field.width + field.height));
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
    Sight sight{.view = view, .brightness = brightnessOf(colours, view), .paper = {}, .map = {}};
    sight.paper = roughPaper(sight.brightness, view.square);
    sight.map.ink = difference(sight.brightness, sight.paper, view.negated);
    sight.map.threshold = edgeThreshold(sight.map.ink);
    return sight;
}

/// How little what is found looks like a digit: strokes are a small part as wide as they are long,
/// while shadows, and paper that ink encloses, are blobs.
double unlikeness(const InkMap& map)
{
    constexpr double kWidest = 0.2; // of a digit's long side: a thick pen
    const std::optional<Digit> digit = findDigit(map);
    if (!digit) {
        return 0.5;
    }
    double area = 0;
    for (const float value : digit->ink.values) {
        area += value;
    }
    double outline = 0;
    for (const float step : gradient(digit->ink).values) {
        outline += step;
    }
    const double width = 2 * area / std::max(outline, 1.0); // of a line that long
    const int longSide = std::max(digit->box.width(), digit->box.height());
    return 3 * std::max(0.0, width / longSide - kWidest);
}

/// Paper takes more room than ink, more of the edge, and its brightness hardly changes. What
/// surrounds the paper may be darker; that costs, but less than ink. Nobody writes with light ink
/// on what is light itself.
Judgement judge(const Colours& colours, const View& view)
{
    constexpr double kTable = 0.25;
    constexpr double kLightGround = 0.25;
    constexpr double kBlots = 0.05; // a narrow square may lose the blots where strokes meet
    Sight sight = sightOf(colours, view);
    double inked = inkedPart(sight.map);
    if (removeSurroundings(sight.map)) {
        inked = std::lerp(inkedPart(sight.map), inked, kTable);
    }
    const double light = view.negated ? 1 - quantile(sight.paper.darkest.values, 0.5) : 0;
    const double contrast = std::max(2 * sight.map.threshold, kLeastNoise);
    const float clarity = clarityOf(sight.map);
    removeRuling(sight.map);
    return {
        .view = view,
        .cost = inked + stepsIn(sight.paper.darkest, contrast) + unlikeness(sight.map) +
                std::max(0.0, light - kLightGround) + (view.square < kWideSquare ? kBlots : 0),
        .clarity = clarity};
}

/// The views through one channel, the most plausible first.
std::vector<Judgement> judgeAll(const Colours& colours, Channel channel)
{
    std::vector<Judgement> judgements;
    for (const bool negated : {false, true}) {
        for (const double square : {kWideSquare, kNarrowSquare}) {
            judgements.push_back(judge(colours, {channel, negated, square}));
        }
    }
    std::ranges::stable_sort(judgements, {}, &Judgement::cost);
    return judgements;
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

/// The plausible views from the one that shows the ink best on: in lightness, unless a colour shows
/// it much more clearly.
std::vector<Judgement> rankedViews(const Colours& colours)
{
    std::vector<Judgement> ranked = judgeAll(colours, Channel::Lightness);
    const double most = ranked.front().cost + kMostDearer;
    std::erase_if(ranked, [most](const Judgement& judgement) { return judgement.cost > most; });
    if (isColoured(colours)) {
        float toBeat = kMuchClearer * ranked.front().clarity;
        std::optional<Judgement> clearer;
        for (const Channel channel : {Channel::Red, Channel::Green, Channel::Blue}) {
            const Judgement other = judgeAll(colours, channel).front();
            if (other.clarity > toBeat) {
                toBeat = other.clarity;
                clearer = other;
            }
        }
        if (clearer) {
            ranked.insert(ranked.begin(), *clearer);
        }
    }
    return ranked;
}

/// The light estimated again from what is paper by now: first from all that may be, since the rough
/// estimate takes dark corners for half inked, then from what is clear of the ink's soft edges.
InkMap refined(const Sight& sight)
{
    InkMap map = sight.map;
    if (sight.view.square < kWideSquare) {
        return map;
    }
    for (const float part : {1.0F, 0.5F}) {
        InkMap inside = map; // a dark table must not make paper of a pale pencil's strokes
        removeSurroundings(inside);
        const float threshold = part * std::min(map.threshold, inside.threshold);
        const Paper paper = refinedPaper(sight.brightness, smoothed(map.ink), threshold);
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

InkMap findInk(const Colours& colours, int rank)
{
    const int side = std::max(colours.red.width, colours.red.height);
    const std::vector<Judgement> ranked =
        side > kSurveySide ? rankedViews(shrunk(colours, (side + kSurveySide - 1) / kSurveySide))
                           : rankedViews(colours);
    const auto which = std::min(static_cast<std::size_t>(rank), ranked.size() - 1);
    InkMap map = refined(sightOf(colours, ranked[which].view));
    map.ranks = static_cast<int>(ranked.size());
    map.left = colours.left;
    map.top = colours.top;
    map.cell = colours.cell;
    map.paper = {
        map.left, map.top, map.left + map.ink.width * map.cell,
        map.top + map.ink.height * map.cell};
    removeSurroundings(map);
    removeRuling(map);
    raiseThreshold(map);
    return map;
}

} // namespace digitpad
