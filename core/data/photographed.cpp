// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/photographed.h"

#include "core/base/on_all_cores.h"
#include "core/data/chance.h"
#include "core/data/life_picture.h"
#include "core/ink/render.h"

#include <algorithm>
#include <new>
#include <optional>
#include <random>
#include <vector>

namespace digitpad {

namespace {

struct Plan {
    const InkSample* sample = nullptr;
    std::uint64_t seed = 0;
};

/// How much of a glyph's ink lies within two pixels of the other's, 0 to 1.
double coveredPart(const Glyph& glyph, const Glyph& other)
{
    constexpr int kReach = 2;
    constexpr int kInk = 64;
    double mass = 0;
    double covered = 0;
    for (int y = 0; y < Glyph::kSide; ++y) {
        for (int x = 0; x < Glyph::kSide; ++x) {
            int most = 0;
            for (int v = std::max(y - kReach, 0); v <= std::min(y + kReach, Glyph::kSide - 1);
                 ++v) {
                for (int u = std::max(x - kReach, 0); u <= std::min(x + kReach, Glyph::kSide - 1);
                     ++u) {
                    most = std::max<int>(most, other.at(u, v));
                }
            }
            mass += glyph.at(x, y);
            covered += most >= kInk ? glyph.at(x, y) : 0;
        }
    }
    return mass > 0 ? covered / mass : 0;
}

/// Whether the digit was found, and nothing else with it: a shadow's edge or a half of the digit
/// would be learnt under a wrong name. Shapes differ by the tilt of the picture and by the pen.
bool isWhole(const Glyph& found, const Glyph& drawn)
{
    constexpr double kLeast = 0.85;
    return coveredPart(found, drawn) > kLeast && coveredPart(drawn, found) > kLeast;
}

std::optional<Glyph> photographed(const Plan& plan)
{
    try {
        const LifePicture picture = lifePicture(plan.sample->ink, plan.seed);
        const auto glyph = prepare(picture.view());
        if (!glyph || !isWhole(*glyph, renderInk(plan.sample->ink))) {
            return std::nullopt;
        }
        return *glyph;
    } catch (const std::bad_alloc&) { // one of the largest: the others are enough
        return std::nullopt;
    }
}

std::vector<Plan> planned(
    std::span<const InkSample> samples, std::size_t count, std::uint64_t seed,
    const std::stop_token& stop)
{
    std::vector<const InkSample*> labelled;
    for (const InkSample& sample : samples) {
        if (sample.label) {
            labelled.push_back(&sample);
        }
    }
    std::vector<Plan> plans;
    if (labelled.empty()) {
        return plans;
    }
    std::mt19937_64 random(seed);
    Chance chance(random);
    for (std::size_t i = 0; i < count && !stop.stop_requested(); ++i) {
        const InkSample* sample = labelled[chance.below(labelled.size())];
        plans.push_back({.sample = sample, .seed = random()});
    }
    return plans;
}

} // namespace

Dataset photographedDigits(
    std::span<const InkSample> samples, std::size_t count, std::uint64_t seed,
    const std::stop_token& stop)
{
    const std::vector<Plan> plans = planned(samples, count, seed, stop);
    std::vector<std::optional<Glyph>> glyphs(plans.size());
    onAllCores(plans.size(), [&](std::size_t i) {
        if (!stop.stop_requested()) {
            glyphs[i] = photographed(plans[i]);
        }
    });
    Dataset data;
    if (stop.stop_requested()) {
        return data;
    }
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (glyphs[i]) {
            data.glyphs.push_back(*glyphs[i]);
            data.labels.push_back(static_cast<std::uint8_t>(*plans[i].sample->label));
        }
    }
    return data;
}

} // namespace digitpad
