// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/digit.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace digitpad {

namespace {

constexpr int kNothing = -1;

// The contrast of the palest ink, as a part of the paper's brightness.
constexpr float kFaintest = 0.08F;

// Ink stands out of noise by that many standard deviations. Of noise alone, what counts as ink
// does by two.
constexpr float kLeastClarity = 4;

// An edge that takes more than that part of the digit's long side is light fading, not ink.
constexpr float kWidestEdge = 0.2F;

/// A connected piece of ink.
struct Piece {
    double mass = 0;
    Box box{std::numeric_limits<int>::max(), std::numeric_limits<int>::max(), 0, 0};
    bool hasFullInk = false;
    bool reachesEdge = false;

    [[nodiscard]] int longSide() const { return std::max(box.width(), box.height()); }
};

struct Pieces {
    std::vector<int> labels; // for every pixel the index of its piece, or kNothing
    std::vector<Piece> pieces;
};

/// The pieces (8-connected) of all that is above half the threshold: a weak stroke holds together
/// there that falls apart above it.
class Labeller {
public:
    explicit Labeller(const InkMap& map)
        : m_map(map), m_result{std::vector<int>(map.ink.values.size(), kNothing), {}}
    {
    }

    Pieces run()
    {
        for (int y = 0; y < m_map.ink.height; ++y) {
            for (int x = 0; x < m_map.ink.width; ++x) {
                if (isFree(x, y)) {
                    m_result.pieces.emplace_back();
                    flood(x, y);
                }
            }
        }
        return std::move(m_result);
    }

private:
    struct Place {
        int x = 0;
        int y = 0;
    };

    [[nodiscard]] bool isFree(int x, int y) const
    {
        return m_map.ink.at(x, y) > m_map.threshold / 2 &&
               m_result.labels[m_map.ink.index(x, y)] == kNothing;
    }

    void take(int x, int y)
    {
        const float ink = m_map.ink.at(x, y);
        Piece& piece = m_result.pieces.back();
        m_result.labels[m_map.ink.index(x, y)] = static_cast<int>(m_result.pieces.size()) - 1;
        piece.mass += ink;
        piece.reachesEdge |=
            x == 0 || y == 0 || x + 1 == m_map.ink.width || y + 1 == m_map.ink.height;
        if (ink > m_map.threshold) {
            piece.hasFullInk = true;
            piece.box = {
                std::min(piece.box.left, x), std::min(piece.box.top, y),
                std::max(piece.box.right, x + 1), std::max(piece.box.bottom, y + 1)};
        }
        m_open.push_back({x, y});
    }

    void flood(int startX, int startY)
    {
        take(startX, startY);
        while (!m_open.empty()) {
            const Place place = m_open.back();
            m_open.pop_back();
            const int right = std::min(place.x + 1, m_map.ink.width - 1);
            const int bottom = std::min(place.y + 1, m_map.ink.height - 1);
            for (int y = std::max(place.y - 1, 0); y <= bottom; ++y) {
                for (int x = std::max(place.x - 1, 0); x <= right; ++x) {
                    if (isFree(x, y)) {
                        take(x, y);
                    }
                }
            }
        }
    }

    const InkMap& m_map;
    Pieces m_result;
    std::vector<Place> m_open;
};

/// The free space between two boxes, 0 where they overlap.
double gap(const Box& a, const Box& b)
{
    const int dx = std::max({a.left - b.right, b.left - a.right, 0});
    const int dy = std::max({a.top - b.bottom, b.top - a.bottom, 0});
    return std::hypot(dx, dy);
}

const Piece* largest(const std::vector<Piece>& pieces, int leastSide)
{
    const Piece* inside = nullptr;
    const Piece* anywhere = nullptr;
    for (const Piece& piece : pieces) {
        if (!piece.hasFullInk) {
            continue;
        }
        if (anywhere == nullptr || piece.mass > anywhere->mass) {
            anywhere = &piece;
        }
        if (!piece.reachesEdge && piece.longSide() >= leastSide &&
            (inside == nullptr || piece.mass > inside->mass)) {
            inside = &piece;
        }
    }
    return inside != nullptr ? inside : anywhere;
}

/// Whether a piece is part of the digit whose main piece is given.
bool belongs(const Piece& piece, const Piece& main)
{
    if (!piece.hasFullInk || (piece.reachesEdge && !main.reachesEdge)) {
        return false;
    }
    constexpr double kSpeck = 0.05;  // of the main piece's mass
    constexpr double kClose = 0.3;   // of its long side
    constexpr double kAnother = 0.3; // of its mass: as large a piece belongs from further away
    const double distance = gap(piece.box, main.box) / main.longSide();
    return (piece.mass > kSpeck * main.mass && distance < kClose) ||
           (piece.mass > kAnother * main.mass && distance < 1);
}

/// The standard deviation of the paper, from the half of it that no ink can be in: what is
/// brighter than paper.
float noiseOf(const Plane& ink)
{
    double squares = 0;
    double count = 1;
    for (const float value : ink.values) {
        if (value < 0) {
            squares += double{value} * value;
            count += 1;
        }
    }
    return static_cast<float>(std::sqrt(squares / count));
}

/// How wide the edges are, pixels, where the digit is: the width of a ramp up to `level` that has
/// the same sums of slopes and of squared slopes.
float edgeWidth(const InkMap& map, const Plane& digit, float level)
{
    const Plane slope = gradient(map.ink);
    double slopes = 0;
    double squares = 0;
    for (std::size_t i = 0; i < digit.values.size(); ++i) {
        if (digit.values[i] > 0) {
            slopes += slope.values[i];
            squares += double{slope.values[i]} * slope.values[i];
        }
    }
    return squares > 0 ? static_cast<float>(level * slopes / squares) : 0;
}

Box around(const Box& a, const Box& b)
{
    return {
        std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
        std::max(a.bottom, b.bottom)};
}

} // namespace

std::optional<Digit> findDigit(const InkMap& map)
{
    if (2 * map.threshold < kFaintest) {
        return std::nullopt;
    }
    const Pieces found = Labeller(map).run();
    const int pictureSide = std::max(map.ink.width, map.ink.height);
    const Piece* main = largest(found.pieces, pictureSide * 8 / 100);
    if (main == nullptr) {
        return std::nullopt;
    }

    Digit digit{.ink = Plane(map.ink.width, map.ink.height), .box = main->box};
    std::vector<bool> isKept;
    double keptMass = 0;
    double mass = 0;
    for (const Piece& piece : found.pieces) {
        isKept.push_back(&piece == main || belongs(piece, *main));
        mass += piece.reachesEdge ? 0 : piece.mass;
        if (isKept.back()) {
            digit.box = around(digit.box, piece.box);
            keptMass += piece.mass;
        }
    }
    if (keptMass < 0.2 * mass) { // specks all over: noise
        return std::nullopt;
    }

    std::vector<float> full;
    for (std::size_t i = 0; i < map.ink.values.size(); ++i) {
        const int label = found.labels[i];
        if (label != kNothing && isKept[static_cast<std::size_t>(label)]) {
            digit.ink.values[i] = map.ink.values[i];
            if (map.ink.values[i] > map.threshold) {
                full.push_back(map.ink.values[i]);
            }
        }
    }
    const float level = quantile(std::move(full), 0.8);
    const auto longSide = static_cast<float>(std::max(digit.box.width(), digit.box.height()));
    if (level < kLeastClarity * noiseOf(map.ink) ||
        edgeWidth(map, digit.ink, level) > kWidestEdge * longSide) {
        return std::nullopt;
    }
    // A tenth is cut off at both ends, which leaves the middle of an edge where it was.
    for (float& value : digit.ink.values) {
        value = std::clamp((value / level - 0.1F) / 0.8F, 0.0F, 1.0F);
    }
    return digit;
}

} // namespace digitpad
