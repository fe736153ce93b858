// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/why_strokes.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

namespace digitpad {

namespace {

constexpr std::size_t kMostStrokes = 40;
constexpr int kParts = 10;

double lengthOf(const Stroke& stroke)
{
    double length = 0;
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        length += std::hypot(stroke[i].x - stroke[i - 1].x, stroke[i].y - stroke[i - 1].y);
    }
    return length;
}

/// What lies between two places on its way.
Stroke between(const Stroke& stroke, double from, double to)
{
    Stroke part;
    double way = 0;
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        const Point& a = stroke[i - 1];
        const Point& b = stroke[i];
        const double step = std::hypot(b.x - a.x, b.y - a.y);
        const double start = std::max(from, way);
        const double end = std::min(to, way + step);
        if (step > 0 && start < end) {
            const auto at = [&](double place) {
                const double t = (place - way) / step;
                return Point{.x = std::lerp(a.x, b.x, t), .y = std::lerp(a.y, b.y, t)};
            };
            if (part.empty()) {
                part.push_back(at(start));
            }
            part.push_back(at(end));
        }
        way += step;
    }
    return part;
}

/// A way to leave something out, and how much that is.
struct Candidate {
    LeftOut leftOut;
    double length = 0;
};

void addCandidate(
    std::vector<Candidate>& all, const Ink& ink, std::size_t stroke, double from, double to)
{
    const double length = lengthOf(ink[stroke]);
    LeftOut leftOut{.stroke = stroke, .from = from, .to = to, .ink = ink, .glyph = {}};
    if (leftOut.isWhole()) {
        leftOut.ink.erase(leftOut.ink.begin() + static_cast<std::ptrdiff_t>(stroke));
    } else {
        leftOut.ink[stroke] = from > 0 ? between(ink[stroke], 0, from * length)
                                       : between(ink[stroke], to * length, length);
    }
    all.push_back({.leftOut = std::move(leftOut), .length = (to - from) * length});
}

/// The shortest first.
std::vector<Candidate> candidates(const Ink& ink)
{
    std::vector<Candidate> all;
    for (std::size_t stroke = 0; stroke < ink.size(); ++stroke) {
        if (ink.size() > 1) {
            addCandidate(all, ink, stroke, 0, 1);
        }
        for (int i = 1; i < kParts && lengthOf(ink[stroke]) > 0; ++i) {
            const double part = static_cast<double>(i) / kParts;
            addCandidate(all, ink, stroke, 0, part);
            addCandidate(all, ink, stroke, 1 - part, 1);
        }
    }
    std::ranges::stable_sort(all, {}, &Candidate::length);
    return all;
}

int greatest(std::span<const float> logits)
{
    return static_cast<int>(std::ranges::max_element(logits) - logits.begin());
}

} // namespace

Result<std::optional<LeftOut>> leastLeftOut(
    const Inside& inside, const Ink& ink, const InkOptions& options, int digit,
    const std::stop_token& stop)
{
    constexpr int kDigits = 10;
    if (ink.size() > kMostStrokes) {
        return std::nullopt;
    }
    std::vector<Candidate> all = candidates(ink);
    std::vector<Glyph> glyphs{renderInk(ink, options)};
    for (Candidate& candidate : all) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        candidate.leftOut.glyph = renderInk(candidate.leftOut.ink, options);
        glyphs.push_back(candidate.leftOut.glyph);
    }
    const std::size_t last = inside.layers().size() - 1;
    const auto outputs = inside.values(glyphs, last);
    if (!outputs) {
        return std::unexpected(outputs.error());
    }
    const std::size_t size = inside.layers()[last].size();
    const auto readAs = [&](std::size_t glyph) {
        return greatest(std::span(*outputs).subspan(glyph * size, size));
    };
    const int now = readAs(0);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const int then = readAs(i + 1);
        if (then < kDigits && then != now && (digit < 0 || then == digit) &&
            !all[i].leftOut.glyph.isBlank()) {
            all[i].leftOut.digit = then;
            return std::move(all[i].leftOut);
        }
    }
    return std::nullopt;
}

} // namespace digitpad
