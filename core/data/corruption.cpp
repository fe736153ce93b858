// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/corruption.h"

#include "core/data/chance.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace digitpad {
namespace {

constexpr int kSide = Glyph::kSide;
constexpr double kMiddle = (kSide - 1) / 2.0;

/// 28×28 grey levels, 0 to 255, beyond which they are cut when they become a glyph again.
using Grey = std::array<float, Glyph::kPixels>;

std::size_t at(int x, int y)
{
    return static_cast<std::size_t>(y) * kSide + static_cast<std::size_t>(x);
}

Grey greyOf(const Glyph& glyph)
{
    Grey grey;
    std::ranges::copy(glyph.pixels, grey.begin());
    return grey;
}

Glyph glyphOf(const Grey& grey)
{
    Glyph glyph;
    std::ranges::transform(grey, glyph.pixels.begin(), [](float value) {
        const float roundedUp = std::clamp(value, 0.0F, 255.0F) + 0.5F;
        return static_cast<std::uint8_t>(roundedUp);
    });
    return glyph;
}

double eitherWay(Chance& chance, double limit)
{
    return chance.between(-limit, limit);
}

double anyAngle(Chance& chance)
{
    return eitherWay(chance, std::numbers::pi);
}

/// A change of shape: where in the old glyph each pixel of the new one comes from.
struct Warp {
    double rotation = 0; ///< radians
    double shear = 0;
    double scaleX = 1;
    double scaleY = 1;
    double shiftX = 0;
    double shiftY = 0;
    static constexpr int kKnots = 5; ///< of the elastic part's grid, a side
    std::array<std::array<double, 2>, std::size_t{kKnots} * kKnots> bend{};
    bool bends = false;
};

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

float sample(const Grey& grey, double x, double y)
{
    if (!(x > -1 && y > -1 && x < kSide && y < kSide)) {
        return 0;
    }
    const int left = static_cast<int>(std::floor(x));
    const int top = static_cast<int>(std::floor(y));
    const auto fx = static_cast<float>(x - left);
    const auto fy = static_cast<float>(y - top);
    const auto pixel = [&](int px, int py) {
        return px >= 0 && py >= 0 && px < kSide && py < kSide ? grey[at(px, py)] : 0.0F;
    };
    return (pixel(left, top) * (1 - fx) + pixel(left + 1, top) * fx) * (1 - fy) +
           (pixel(left, top + 1) * (1 - fx) + pixel(left + 1, top + 1) * fx) * fy;
}

/// The displacement between the grid's knots, smooth: cosine weights.
std::array<double, 2> bendAt(const Warp& warp, int x, int y)
{
    constexpr int kLast = Warp::kKnots - 1;
    const double gx = static_cast<double>(x) * kLast / kSide;
    const double gy = static_cast<double>(y) * kLast / kSide;
    const auto smooth = [](double t) { return t * t * (3 - 2 * t); };
    const auto left = static_cast<std::size_t>(gx);
    const auto top = static_cast<std::size_t>(gy);
    const double fx = smooth(gx - static_cast<double>(left));
    const double fy = smooth(gy - static_cast<double>(top));
    const auto knot = [&](std::size_t kx, std::size_t ky) {
        return warp.bend[ky * Warp::kKnots + kx];
    };
    std::array<double, 2> bend{};
    for (std::size_t i = 0; i < 2; ++i) {
        bend[i] = (knot(left, top)[i] * (1 - fx) + knot(left + 1, top)[i] * fx) * (1 - fy) +
                  (knot(left, top + 1)[i] * (1 - fx) + knot(left + 1, top + 1)[i] * fx) * fy;
    }
    return bend;
}

Grey warped(const Grey& grey, const Warp& warp)
{
    const double cosine = std::cos(warp.rotation);
    const double sine = std::sin(warp.rotation);
    Grey result;
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const double dx = x - kMiddle - warp.shiftX;
            const double dy = y - kMiddle - warp.shiftY;
            double sx = (cosine * dx + sine * dy) / warp.scaleX;
            const double sy = (cosine * dy - sine * dx) / warp.scaleY;
            sx += warp.shear * sy;
            if (warp.bends) {
                const auto bend = bendAt(warp, x, y);
                sx += bend[0];
                result[at(x, y)] = sample(grey, sx + kMiddle, sy + kMiddle + bend[1]);
            } else {
                result[at(x, y)] = sample(grey, sx + kMiddle, sy + kMiddle);
            }
        }
    }
    return result;
}

/// The greatest (or least) of each pixel and its four neighbours.
template <class Choose> Grey neighbours(const Grey& grey, const Choose& choose)
{
    Grey result = grey;
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            float& value = result[at(x, y)];
            value = choose(value, x > 0 ? grey[at(x - 1, y)] : 0.0F);
            value = choose(value, x + 1 < kSide ? grey[at(x + 1, y)] : 0.0F);
            value = choose(value, y > 0 ? grey[at(x, y - 1)] : 0.0F);
            value = choose(value, y + 1 < kSide ? grey[at(x, y + 1)] : 0.0F);
        }
    }
    return result;
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

/// Draws over what is there along a line from one point to another: `value` inside `radius`.
void drawLine(Grey& grey, double x1, double y1, double x2, double y2, double radius, float value)
{
    const double dx = x2 - x1;
    const double dy = y2 - y1;
    const double square = std::max(dx * dx + dy * dy, 1e-9);
    const int top = std::max(0, static_cast<int>(std::min(y1, y2) - radius - 1));
    const int bottom = std::min(kSide - 1, static_cast<int>(std::max(y1, y2) + radius + 1));
    const int left = std::max(0, static_cast<int>(std::min(x1, x2) - radius - 1));
    const int right = std::min(kSide - 1, static_cast<int>(std::max(x1, x2) + radius + 1));
    for (int y = top; y <= bottom; ++y) {
        for (int x = left; x <= right; ++x) {
            const double t = std::clamp(((x - x1) * dx + (y - y1) * dy) / square, 0.0, 1.0);
            const double distance = std::hypot(x - x1 - t * dx, y - y1 - t * dy);
            const auto cover = static_cast<float>(std::clamp(radius + 0.5 - distance, 0.0, 1.0));
            float& pixel = grey[at(x, y)];
            pixel += cover * (value - pixel);
        }
    }
}

/// A pixel that holds ink, where there is one.
std::array<double, 2> inkedPixel(const Grey& grey, Chance& chance)
{
    for (int tries = 0; tries < 100; ++tries) {
        const int x = static_cast<int>(chance.below(kSide));
        const int y = static_cast<int>(chance.below(kSide));
        if (grey[at(x, y)] > 127) {
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
                sum[at(x, y)] += sample(grey, x + dx, y + dy) / kSteps;
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
            float& value = grey[at(x, y)];
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
            float& value = grey[at(x, y)];
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
                float& value = grey[at(x, y)];
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
