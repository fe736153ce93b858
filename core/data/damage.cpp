// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/damage.h"

#include "core/data/chance.h"
#include "core/data/grey.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace digitpad {

namespace {

constexpr float kInk = 255;

/// Each damage draws from a generator of its own, so that one does not move another.
std::mt19937_64 generatorOf(Damage damage, std::uint64_t seed)
{
    return std::mt19937_64(seed + 0x9e3779b97f4a7c15U * (static_cast<std::uint64_t>(damage) + 1));
}

/// Of `amount` 2.4 the first two count in full and the third by 0.4.
double partOf(int number, double amount)
{
    return std::clamp(amount - number, 0.0, 1.0);
}

/// Whole pixels one after the other, and part of the last one.
void changePenWidth(Grey& grey, double amount)
{
    for (int step = 0; partOf(step, std::abs(amount)) > 0; ++step) {
        const Grey extreme =
            amount > 0 ? neighbours(grey, [](float a, float b) { return std::max(a, b); })
                       : neighbours(grey, [](float a, float b) { return std::min(a, b); });
        // A thin stroke that is worn off whole is gone: a shade of it stays.
        const double most = amount > 0 ? 1 : 0.8;
        const auto part = static_cast<float>(most * partOf(step, std::abs(amount)));
        for (std::size_t i = 0; i < grey.size(); ++i) {
            grey[i] += part * (extreme[i] - grey[i]);
        }
    }
}

/// Where there is ink in the undamaged glyph, so that a wider pen does not move the gaps.
std::array<double, 2> inkedPlace(const Glyph& glyph, Chance& chance)
{
    for (int tries = 0; tries < 100; ++tries) {
        const int x = static_cast<int>(chance.below(Glyph::kSide));
        const int y = static_cast<int>(chance.below(Glyph::kSide));
        if (glyph.at(x, y) > 127) {
            return {static_cast<double>(x), static_cast<double>(y)};
        }
    }
    return {kGreyMiddle, kGreyMiddle};
}

void breakStrokes(Grey& grey, double amount, const Glyph& glyph, Chance& chance)
{
    constexpr double kHalfLength = 3;
    constexpr double kRadius = 1.2;
    for (int gap = 0; partOf(gap, amount) > 0; ++gap) {
        const auto [x, y] = inkedPlace(glyph, chance);
        const double angle = chance.between(0, std::numbers::pi);
        const double dx = kHalfLength * std::cos(angle);
        const double dy = kHalfLength * std::sin(angle);
        drawLine(grey, x - dx, y - dy, x + dx, y + dy, kRadius * partOf(gap, amount), 0);
    }
}

void addStains(Grey& grey, double amount, Chance& chance)
{
    for (int stain = 0; partOf(stain, amount) > 0; ++stain) {
        const double x = chance.between(1, Glyph::kSide - 2);
        const double y = chance.between(1, Glyph::kSide - 2);
        const double x2 = x + chance.between(-1.5, 1.5);
        const double y2 = y + chance.between(-1.5, 1.5);
        const double radius = chance.between(1, 2.5) * partOf(stain, amount);
        const auto value = static_cast<float>(chance.between(0.5, 1)) * kInk;
        Grey blot{};
        drawLine(blot, x, y, x2, y2, radius, value);
        for (std::size_t i = 0; i < grey.size(); ++i) {
            grey[i] = std::max(grey[i], blot[i]);
        }
    }
}

void addShadow(Grey& grey, double amount, Chance& chance)
{
    const double angle = chance.between(-std::numbers::pi, std::numbers::pi);
    const double edge = chance.between(-6, 6);
    const double width = chance.between(8, 24);
    for (int y = 0; y < Glyph::kSide; ++y) {
        for (int x = 0; x < Glyph::kSide; ++x) {
            const double along =
                (x - kGreyMiddle) * std::cos(angle) + (y - kGreyMiddle) * std::sin(angle) - edge;
            const double dark = amount * std::clamp(along / width + 0.5, 0.0, 1.0);
            float& value = grey[greyAt(x, y)];
            value += static_cast<float>(dark) * (kInk - std::clamp(value, 0.0F, kInk));
        }
    }
}

void addNoise(Grey& grey, double amount, Chance& chance)
{
    for (float& value : grey) {
        value += static_cast<float>(chance.around(amount)) * kInk;
    }
}

double within(double amount, const DamageRange& range)
{
    return std::isnan(amount) ? 0 : std::clamp(amount, range.least, range.most);
}

} // namespace

std::string_view nameOf(Damage damage)
{
    constexpr std::array<std::string_view, kDamages.size()> kNames{
        "rotation", "shift", "pen-width", "gaps", "stains", "shadow", "noise"};
    return kNames[static_cast<std::size_t>(damage)];
}

DamageRange rangeOf(Damage damage)
{
    constexpr std::array<DamageRange, kDamages.size()> kRanges{
        {{-90, 90}, {-10, 10}, {-1, 3}, {0, 8}, {0, 8}, {0, 1}, {0, 0.8}}};
    return kRanges[static_cast<std::size_t>(damage)];
}

Glyph damaged(const Glyph& glyph, const Damages& damages, std::uint64_t seed)
{
    Grey grey = greyOf(glyph);
    const auto apply = [&](Damage damage, const auto& change) {
        const double amount = within(damages[damage], rangeOf(damage));
        if (amount != 0) {
            std::mt19937_64 random = generatorOf(damage, seed);
            Chance chance(random);
            change(amount, chance);
        }
    };
    apply(Damage::PenWidth, [&](double amount, Chance&) { changePenWidth(grey, amount); });
    apply(Damage::Gaps, [&](double amount, Chance& chance) {
        breakStrokes(grey, amount, glyph, chance);
    });
    Warp warp; // of both: what is resampled twice is blurred twice
    apply(Damage::Rotation, [&](double amount, Chance&) {
        warp.rotation = amount * std::numbers::pi / 180;
    });
    apply(Damage::Shift, [&](double amount, Chance&) { warp.shiftX = amount; });
    if (warp.rotation != 0 || warp.shiftX != 0) {
        grey = warped(grey, warp);
    }
    apply(Damage::Stains, [&](double amount, Chance& chance) { addStains(grey, amount, chance); });
    apply(Damage::Shadow, [&](double amount, Chance& chance) { addShadow(grey, amount, chance); });
    apply(Damage::Noise, [&](double amount, Chance& chance) { addNoise(grey, amount, chance); });
    return glyphOf(grey);
}

} // namespace digitpad
