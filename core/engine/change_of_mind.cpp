// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/change_of_mind.h"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <functional>
#include <iterator>
#include <numeric>
#include <span>
#include <string>
#include <utility>

namespace digitpad {
namespace {

constexpr std::size_t kBeam = 3;         // ways that are followed at a time
constexpr std::size_t kTriedOfEach = 32; // touches that are read, of the hundreds there are
constexpr std::ptrdiff_t kRivals = 3;    // digits that are tried, where any will do
constexpr std::uint8_t kInk = 255;

/// A glyph with some touches.
struct Way {
    Glyph glyph;
    std::vector<Touch> touches{};
    std::bitset<Glyph::kPixels> touched{};
    // By the network's outputs, as far as it was read:
    double lead = 0; ///< of the wanted digit over the greatest other one
    int rival = 0;   ///< that other one
};

template <class Visit> void forPixels(const Touch& touch, int side, const Visit& visit)
{
    for (int y = touch.y; y < touch.y + side; ++y) {
        for (int x = touch.x; x < touch.x + side; ++x) {
            const int at = y * Glyph::kSide + x;
            visit(static_cast<std::size_t>(at));
        }
    }
}

Way withTouch(Way way, const Touch& touch, int side)
{
    const std::uint8_t ink = touch.adds ? kInk : 0;
    forPixels(touch, side, [&](std::size_t i) {
        if (!way.touched[i] && way.glyph.pixels[i] != ink) {
            way.glyph.pixels[i] = ink;
            way.touched.set(i);
        }
    });
    way.touches.push_back(touch);
    return way;
}

std::vector<Touch> allTouches(const ChangeOptions& options)
{
    std::vector<Touch> touches;
    for (const bool adds : {false, true}) {
        if (!(adds ? options.mayAdd : options.mayRubOut)) {
            continue;
        }
        for (int y = 0; y + options.side <= Glyph::kSide; ++y) {
            for (int x = 0; x + options.side <= Glyph::kSide; ++x) {
                touches.push_back({.x = x, .y = y, .adds = adds});
            }
        }
    }
    return touches;
}

/// Looks for ways to one digit.
class Search {
public:
    Search(const Inside& inside, const ChangeOptions& options, int digit)
        : m_inside(inside), m_side(options.side), m_digit(digit), m_touches(allTouches(options))
    {
    }

    Result<std::optional<ChangeOfMind>>
    run(const Glyph& glyph, std::size_t mostTouches, const std::stop_token& stop) const
    {
        std::vector<Way> ways{{.glyph = glyph}};
        if (const auto error = rank(ways)) {
            return std::unexpected(*error);
        }
        if (ways.front().lead > 0) {
            return std::nullopt; // read so already
        }
        while (ways.front().lead <= 0) {
            if (ways.front().touches.size() == mostTouches || stop.stop_requested()) {
                return std::nullopt;
            }
            std::vector<Way> next;
            for (const Way& way : ways) {
                if (const auto error = follow(way, next)) {
                    return std::unexpected(*error);
                }
            }
            if (next.empty()) {
                return std::nullopt;
            }
            if (const auto error = rank(next)) {
                return std::unexpected(*error);
            }
            ways = std::move(next);
        }
        return withoutNeedless(glyph, std::move(ways.front()));
    }

private:
    /// Adds the most promising ways with one more touch.
    std::optional<Error> follow(const Way& way, std::vector<Way>& next) const
    {
        const auto shares = m_inside.shares(way.glyph, {.digit = m_digit, .against = way.rival});
        if (!shares) {
            return shares.error();
        }
        std::vector<std::pair<double, Touch>> gains;
        for (const Touch& touch : m_touches) {
            if (const double gain = gainOf(way, touch, *shares); gain > 0) {
                gains.emplace_back(gain, touch);
            }
        }
        const std::size_t count = std::min(gains.size(), kTriedOfEach);
        std::ranges::partial_sort(
            gains, gains.begin() + static_cast<std::ptrdiff_t>(count), std::ranges::greater(),
            &std::pair<double, Touch>::first);
        for (const auto& [gain, touch] : std::span(gains).first(count)) {
            next.push_back(withTouch(way, touch, m_side));
        }
        return std::nullopt;
    }

    /// What a touch adds to the lead, as far as the derivatives tell.
    double gainOf(const Way& way, const Touch& touch, const Shares& shares) const
    {
        const double ink = touch.adds ? kInk : 0;
        double gain = 0;
        forPixels(touch, m_side, [&](std::size_t i) {
            if (!way.touched[i]) {
                gain += shares.perInk[i] * (ink - way.glyph.pixels[i]) / kInk;
            }
        });
        return gain;
    }

    /// Reads the ways and keeps the best few, each glyph once, the best first.
    std::optional<Error> rank(std::vector<Way>& ways) const
    {
        std::vector<Glyph> glyphs;
        std::ranges::transform(ways, std::back_inserter(glyphs), &Way::glyph);
        const std::size_t last = m_inside.layers().size() - 1;
        const auto outputs = m_inside.values(glyphs, last);
        if (!outputs) {
            return outputs.error();
        }
        const std::size_t size = m_inside.layers()[last].size();
        for (std::size_t i = 0; i < ways.size(); ++i) {
            judge(ways[i], std::span(*outputs).subspan(i * size, size));
        }
        std::ranges::stable_sort(ways, std::ranges::greater(), &Way::lead);
        std::vector<Way> best;
        for (Way& way : ways) {
            if (best.size() < kBeam && std::ranges::count(best, way.glyph, &Way::glyph) == 0) {
                best.push_back(std::move(way));
            }
        }
        ways = std::move(best);
        return std::nullopt;
    }

    void judge(Way& way, std::span<const float> outputs) const
    {
        way.rival = m_digit == 0 ? 1 : 0;
        for (std::size_t i = 0; i < outputs.size(); ++i) {
            if (static_cast<int>(i) != m_digit &&
                outputs[i] > outputs[static_cast<std::size_t>(way.rival)]) {
                way.rival = static_cast<int>(i);
            }
        }
        way.lead = double{outputs[static_cast<std::size_t>(m_digit)]} -
                   outputs[static_cast<std::size_t>(way.rival)];
    }

    /// Leaves out touches, one after the other, as long as it is read the same.
    Result<std::optional<ChangeOfMind>> withoutNeedless(const Glyph& glyph, Way way) const
    {
        for (std::size_t i = 0; i < way.touches.size();) {
            std::vector<Way> shorter{{.glyph = glyph}};
            for (std::size_t j = 0; j < way.touches.size(); ++j) {
                if (j != i) {
                    shorter[0] = withTouch(std::move(shorter[0]), way.touches[j], m_side);
                }
            }
            if (const auto error = rank(shorter)) {
                return std::unexpected(*error);
            }
            if (shorter[0].lead > 0) {
                way = std::move(shorter[0]);
                i = 0; // what was needed beside it may not be without it
            } else {
                ++i;
            }
        }
        return ChangeOfMind{
            .digit = m_digit, .touches = std::move(way.touches), .glyph = way.glyph};
    }

    const Inside& m_inside;
    int m_side;
    int m_digit;
    std::vector<Touch> m_touches;
};

/// The first option out of its range, with the range; empty when all are fine.
std::string invalidOption(const ChangeOptions& options)
{
    if (options.digit < -1 || options.digit > 9) {
        return "digit: 0 to 9, or -1 for any";
    }
    if (!options.mayAdd && !options.mayRubOut) {
        return "mayAdd, mayRubOut: one of them";
    }
    if (options.side < 1 || options.side > 9) {
        return "side: 1 to 9";
    }
    if (options.mostTouches < 1 || options.mostTouches > 100) {
        return "mostTouches: 1 to 100";
    }
    return {};
}

/// The digits that are nearest to being read, but for the one that is.
Result<std::vector<int>> rivalsOf(const Inside& inside, const Glyph& glyph)
{
    const auto activations = inside.activations(glyph);
    if (!activations) {
        return std::unexpected(activations.error());
    }
    std::vector<int> digits(10);
    std::iota(digits.begin(), digits.end(), 0);
    std::ranges::stable_sort(digits, std::ranges::greater(), [&](int digit) {
        return activations->logits()[static_cast<std::size_t>(digit)];
    });
    return std::vector<int>(digits.begin() + 1, digits.begin() + 1 + kRivals);
}

} // namespace

Result<std::optional<ChangeOfMind>> changeOfMind(
    const Inside& inside, const Glyph& glyph, const ChangeOptions& options,
    const std::stop_token& stop)
{
    if (auto wrong = invalidOption(options); !wrong.empty()) {
        return std::unexpected(Error{ErrorCode::InvalidOptions, std::move(wrong), {}});
    }
    auto digits = options.digit < 0 ? rivalsOf(inside, glyph) : std::vector{options.digit};
    if (!digits) {
        return std::unexpected(digits.error());
    }
    std::optional<ChangeOfMind> smallest;
    auto mostTouches = static_cast<std::size_t>(options.mostTouches);
    for (const int digit : *digits) {
        auto found = Search(inside, options, digit).run(glyph, mostTouches, stop);
        if (!found) {
            return found;
        }
        if (*found) {
            smallest = *std::move(found);
            mostTouches = smallest->touches.size() - 1; // another is of use if it is smaller
        }
    }
    return smallest;
}

} // namespace digitpad
