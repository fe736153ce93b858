// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/shape.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

namespace digitpad {

namespace {

struct Knot {
    Point point;
    bool isCorner = false;
};

[[noreturn]] void refuse(std::string_view word)
{
    throw std::invalid_argument("not a part of a skeleton: " + std::string(word));
}

/// The whole numbers between the commas of `word`, which has just as many.
template <std::size_t count> std::array<int, count> numbers(std::string_view word)
{
    std::array<int, count> values{};
    const char* at = word.data();
    const char* const end = word.data() + word.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0 && (at == end || *at++ != ',')) {
            refuse(word);
        }
        const auto [next, error] = std::from_chars(at, end, values.at(i));
        if (error != std::errc{}) {
            refuse(word);
        }
        at = next;
    }
    if (at != end) {
        refuse(word);
    }
    return values;
}

void addArc(std::string_view word, std::vector<Knot>& knots)
{
    // The sines of the twelve hours as numbers: those of libm differ in their last bit.
    constexpr double kHigh = 0.86602540378443865;
    constexpr std::array<double, 12> kSines = {0, 0.5,  kHigh,  1,  kHigh,  0.5,
                                               0, -0.5, -kHigh, -1, -kHigh, -0.5};
    const auto sine = [&](int hour) {
        return kSines.at(static_cast<std::size_t>((hour % 12 + 12) % 12));
    };
    const auto [x, y, radiusX, radiusY, from, to] = numbers<6>(word);
    const int step = from < to ? 1 : -1;
    for (int i = 0; i <= std::abs(to - from); ++i) {
        const int hour = from + i * step;
        knots.push_back({{x + radiusX * sine(hour), y - radiusY * sine(hour + 3)}});
    }
}

void addPoint(std::string_view word, std::vector<Knot>& knots)
{
    const bool isCorner = word.ends_with('^');
    const auto [x, y] = numbers<2>(word.substr(0, word.size() - (isCorner ? 1 : 0)));
    knots.push_back({{static_cast<double>(x), static_cast<double>(y)}, isCorner});
}

Stroke strokeThrough(const std::vector<Knot>& knots)
{
    if (knots.empty()) {
        refuse("a stroke without points");
    }
    Stroke stroke;
    const Knot* last = nullptr;
    for (const Knot& knot : knots) {
        const bool isFirst = last == nullptr;
        const bool isLast = &knot == &knots.back();
        if (!isFirst && (knot.isCorner || isLast) && (last->isCorner || last == &knots.front())) {
            stroke.push_back(
                {(last->point.x + knot.point.x) / 2, (last->point.y + knot.point.y) / 2});
        }
        stroke.push_back(knot.point);
        if (knot.isCorner && !isFirst && !isLast) {
            stroke.push_back(knot.point);
        }
        last = &knot;
    }
    return stroke;
}

Ink skeletonOf(std::string_view text)
{
    Ink ink;
    std::vector<Knot> knots;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, length);
        text.remove_prefix(std::min(length + 1, text.size()));
        if (word == "|") {
            ink.push_back(strokeThrough(std::exchange(knots, {})));
        } else if (word.starts_with('@')) {
            addArc(word.substr(1), knots);
        } else {
            addPoint(word, knots);
        }
    }
    ink.push_back(strokeThrough(knots));
    return ink;
}

} // namespace

std::vector<Character> charactersOf(std::span<const TableShape> table)
{
    std::vector<Character> characters;
    for (const TableShape& row : table) {
        if (characters.empty() || characters.back().name != row.name) {
            characters.push_back({.name = row.name, .ways = {}});
        }
        characters.back().ways.push_back(
            {.share = row.share, .skeleton = skeletonOf(row.skeleton)});
    }
    return characters;
}

} // namespace digitpad
