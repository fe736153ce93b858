// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/corruption.h"

#include "core/data/chance.h"
#include "core/data/grey.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace digitpad {
namespace {

constexpr int kSide = Glyph::kSide;
constexpr double kMiddle = kGreyMiddle;

double eitherWay(Chance& chance, double limit)
{
    return chance.between(-limit, limit);
}

double anyAngle(Chance& chance)
{
    return eitherWay(chance, std::numbers::pi);
}

void addToWarp(Warp& warp, Corruption corruption, double strength, Chance& chance)
{
    switch (corruption) {
    case Corruption::Rotation:
        warp.rotation = eitherWay(chance, 25 * strength) * std::numbers::pi / 180;
        break;
    case Corruption::Shear:
        warp.shear = eitherWay(chance, 0.4 * strength);
        break;
    case Corruption::Scale:
        warp.scaleX = std::pow(1.4, eitherWay(chance, strength));
        warp.scaleY = std::pow(1.4, eitherWay(chance, strength));
        break;
    case Corruption::Shift:
        warp.shiftX = eitherWay(chance, 4 * strength);
        warp.shiftY = eitherWay(chance, 4 * strength);
        break;
    default:
        warp.bends = true;
        for (auto& knot : warp.bend) {
            knot = {eitherWay(chance, 2 * strength), eitherWay(chance, 2 * strength)};
        }
    }
}

bool isWarp(Corruption corruption)
{
    return corruption <= Corruption::Elastic;
}

void changePenWidth(Grey& grey, double strength, Chance& chance)
{
    const double change = eitherWay(chance, strength);
    const Grey extreme = change > 0
                             ? neighbours(grey, [](float a, float b) { return std::max(a, b); })
                             : neighbours(grey, [](float a, float b) { return std::min(a, b); });
    // A thin stroke that is eroded whole is gone: half is the most.
    const auto part = static_cast<float>(change > 0 ? change : -0.6 * change);
    for (std::size_t i = 0; i < grey.size(); ++i) {
        grey[i] += part * (extreme[i] - grey[i]);
    }
}

/// A pixel that holds ink, where there is one.
std::array<double, 2> inkedPixel(const Grey& grey, Chance& chance)
{
    for (int tries = 0; tries < 100; ++tries) {
        const int x = static_cast<int>(chance.below(kSide));
        const int y = static_cast<int>(chance.below(kSide));
        if (grey[greyAt(x, y)] > 127) {
            return {static_cast<double>(x), static_cast<double>(y)};
        }
    }
    return {kMiddle, kMiddle};
}

void breakStrokes(Grey& grey, double strength, Chance& chance)
{
    const int gaps = 1 + static_cast<int>(chance.below(static_cast<std::size_t>(2 * strength) + 1));
    for (int gap = 0; gap < gaps; ++gap) {
        const auto [x, y] = inkedPixel(grey, chance);
        const double angle = anyAngle(chance);
        const double length = chance.between(1, 4);
        drawLine(
            grey, x - length * std::cos(angle), y - length * std::sin(angle),
            x + length * std::cos(angle), y + length * std::sin(angle),
            chance.between(0.4, 1.2) * strength, 0);
    }
}

void addBlobs(Grey& grey, double strength, Chance& chance)
{
    const int blobs =
        1 + static_cast<int>(chance.below(static_cast<std::size_t>(2 * strength) + 1));
    for (int blob = 0; blob < blobs; ++blob) {
        const double x = chance.between(1, kSide - 2);
        const double y = chance.between(1, kSide - 2);
        const auto value = static_cast<float>(chance.between(100, 255));
        drawLine(
            grey, x, y, x + eitherWay(chance, 1.5), y + eitherWay(chance, 1.5),
            chance.between(0.5, 2.2) * strength, value);
    }
}

void addLine(Grey& grey, double strength, Chance& chance)
{
    const double x1 = chance.between(0, kSide);
    const double y1 = chance.between(0, kSide);
    const double angle = anyAngle(chance);
    const double length = chance.between(10, 30) * strength;
    const auto value = static_cast<float>(chance.between(110, 255));
    const double radius = chance.between(0.2, 0.7);
    const int kind = static_cast<int>(chance.below(3));
    const int parts = kind == 0 ? 1 : 3 + static_cast<int>(chance.below(7));
    const double swing = kind == 2 ? chance.between(1, 4) : 0;
    double x = x1;
    double y = y1;
    for (int part = 1; part <= parts; ++part) {
        const double side = kind == 2 ? (part % 2 == 0 ? swing : -swing) : 0;
        const double along = length * part / parts;
        const double nextX = x1 + along * std::cos(angle) - side * std::sin(angle);
        const double nextY = y1 + along * std::sin(angle) + side * std::cos(angle);
        // Of a dotted line every part but its second half.
        const double end = kind == 1 ? 0.5 : 1;
        drawLine(grey, x, y, x + end * (nextX - x), y + end * (nextY - y), radius, value);
        x = nextX;
        y = nextY;
    }
}

void addNoise(Grey& grey, double strength, Chance& chance)
{
    const double deviation = chance.between(40, 80) * strength;
    for (float& value : grey) {
        value += static_cast<float>(chance.around(deviation));
    }
}

void addSpecks(Grey& grey, double strength, Chance& chance)
{
    const double share = chance.between(0.05, 0.15) * strength;
    for (float& value : grey) {
        if (chance.isSo(share)) {
            value = chance.isSo(0.5) ? 255 : 0;
        }
    }
}

void blur(Grey& grey, double strength, Chance& chance)
{
    const double angle = anyAngle(chance);
    const double half = chance.between(1.2, 3) * strength;
    constexpr int kSteps = 7;
    Grey sum{};
    for (int step = 0; step < kSteps; ++step) {
        const double along = half * (2.0 * step / (kSteps - 1) - 1);
        // The last part of the smear is across: out of focus, not moved.
        const double dx = along * std::cos(angle);
        const double dy = along * std::sin(angle);
        for (int y = 0; y < kSide; ++y) {
            for (int x = 0; x < kSide; ++x) {
                sum[greyAt(x, y)] += sample(grey, x + dx, y + dy) / kSteps;
            }
        }
    }
    grey = sum;
}

void addGround(Grey& grey, double strength, Chance& chance)
{
    const double angle = anyAngle(chance);
    const double most = chance.between(60, 120) * strength;
    const double edge = eitherWay(chance, 10);
    const double width = chance.between(1, 28);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const double along =
                (x - kMiddle) * std::cos(angle) + (y - kMiddle) * std::sin(angle) - edge;
            const double light = most * std::clamp(along / width + 0.5, 0.0, 1.0);
            float& value = grey[greyAt(x, y)];
            value += static_cast<float>(light * (1 - std::clamp(value, 0.0F, 255.0F) / 255));
        }
    }
}

void addFog(Grey& grey, double strength, Chance& chance)
{
    Warp clouds;
    for (auto& knot : clouds.bend) {
        knot = {chance.fraction(), 0};
    }
    const double thickness = chance.between(80, 160) * strength;
    const double fade = 1 - chance.between(0.1, 0.45) * strength;
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            float& value = grey[greyAt(x, y)];
            value = static_cast<float>(value * fade + thickness * bendAt(clouds, x, y)[0]);
        }
    }
}

void keepOutline(Grey& grey, double strength)
{
    const Grey inner = neighbours(grey, [](float a, float b) { return std::min(a, b); });
    const Grey outer = neighbours(grey, [](float a, float b) { return std::max(a, b); });
    const auto part = static_cast<float>(std::min(strength, 1.0));
    for (std::size_t i = 0; i < grey.size(); ++i) {
        grey[i] += part * (outer[i] - inner[i] - grey[i]);
    }
}

void invertStripe(Grey& grey, double strength, Chance& chance)
{
    const double angle = anyAngle(chance);
    const double edge = chance.between(4, 14) - 6 * strength + 6;
    const bool both = chance.isSo(0.3);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            double along = (x - kMiddle) * std::cos(angle) + (y - kMiddle) * std::sin(angle);
            along = both ? std::abs(along) : along;
            if (along > edge) {
                float& value = grey[greyAt(x, y)];
                value = 255 - value;
            }
        }
    }
}

void apply(Grey& grey, Corruption corruption, double strength, Chance& chance)
{
    switch (corruption) {
    case Corruption::PenWidth:
        changePenWidth(grey, strength, chance);
        break;
    case Corruption::Gaps:
        breakStrokes(grey, strength, chance);
        break;
    case Corruption::Blobs:
        addBlobs(grey, strength, chance);
        break;
    case Corruption::Lines:
        addLine(grey, strength, chance);
        break;
    case Corruption::Noise:
        addNoise(grey, strength, chance);
        break;
    case Corruption::Specks:
        addSpecks(grey, strength, chance);
        break;
    case Corruption::Blur:
        blur(grey, strength, chance);
        break;
    case Corruption::Ground:
        addGround(grey, strength, chance);
        break;
    case Corruption::Fog:
        addFog(grey, strength, chance);
        break;
    case Corruption::Outline:
        keepOutline(grey, strength);
        break;
    case Corruption::Stripe:
        invertStripe(grey, strength, chance);
        break;
    default: {
        Warp warp;
        addToWarp(warp, corruption, strength, chance);
        grey = warped(grey, warp);
    }
    }
}

} // namespace

std::string_view nameOf(Corruption corruption)
{
    constexpr std::array<std::string_view, kCorruptions.size()> kNames{
        "rotation", "shear", "scale",  "shift", "elastic", "pen-width", "gaps",    "blobs",
        "lines",    "noise", "specks", "blur",  "ground",  "fog",       "outline", "stripe"};
    return kNames[static_cast<std::size_t>(corruption)];
}

Glyph corrupted(const Glyph& glyph, Corruption corruption, double strength, std::mt19937_64& random)
{
    if (strength <= 0) {
        return glyph;
    }
    Chance chance(random);
    Grey grey = greyOf(glyph);
    apply(grey, corruption, strength, chance);
    return glyphOf(grey);
}

bool Augmentation::any() const
{
    return std::ranges::any_of(
        parts, [](const Part& part) { return part.share > 0 && part.strength > 0; });
}

Augmentation strongAugmentation()
{
    Augmentation augmentation;
    augmentation[Corruption::Rotation] = {.share = 0.8, .strength = 0.7};
    augmentation[Corruption::Shear] = {.share = 0.5, .strength = 0.8};
    augmentation[Corruption::Scale] = {.share = 0.6, .strength = 0.7};
    augmentation[Corruption::Shift] = {.share = 0.6, .strength = 0.6};
    augmentation[Corruption::Elastic] = {.share = 0.6, .strength = 1};
    augmentation[Corruption::PenWidth] = {.share = 0.4, .strength = 1};
    augmentation[Corruption::Gaps] = {.share = 0.1, .strength = 1};
    augmentation[Corruption::Blobs] = {.share = 0.06, .strength = 1};
    augmentation[Corruption::Lines] = {.share = 0.08, .strength = 1};
    augmentation[Corruption::Noise] = {.share = 0.08, .strength = 1};
    augmentation[Corruption::Specks] = {.share = 0.06, .strength = 1.2};
    augmentation[Corruption::Blur] = {.share = 0.1, .strength = 1};
    augmentation[Corruption::Ground] = {.share = 0.08, .strength = 1.2};
    augmentation[Corruption::Fog] = {.share = 0.06, .strength = 1.2};
    augmentation[Corruption::Outline] = {.share = 0.04, .strength = 1};
    augmentation[Corruption::Stripe] = {.share = 0.04, .strength = 1};
    return augmentation;
}

Glyph augmented(const Glyph& glyph, const Augmentation& augmentation, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    Chance chance(random);
    Grey grey = greyOf(glyph);
    Warp warp;
    bool warps = false;
    for (const Corruption corruption : kCorruptions) {
        const auto [share, strength] = augmentation[corruption];
        const bool happens = chance.isSo(share) && strength > 0;
        if (isWarp(corruption)) {
            if (happens) {
                addToWarp(warp, corruption, strength, chance);
                warps = true;
            }
            if (corruption == Corruption::Elastic && warps) {
                grey = warped(grey, warp);
            }
        } else if (happens) {
            apply(grey, corruption, strength * chance.between(0.3, 1), chance);
        }
    }
    return glyphOf(grey);
}

} // namespace digitpad
