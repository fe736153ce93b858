// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/digit.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace digitpad {

namespace {

// The contrast of the palest ink, as a part of the paper's brightness.
constexpr float kFaintest = 0.08F;

// Ink stands out of noise by that many standard deviations. Of noise alone, what counts as ink
// does by two.
constexpr float kLeastClarity = 4;

// An edge that takes more than that part of the digit's long side is light fading, not ink.
constexpr float kWidestEdge = 0.2F;

/// The free space between two boxes, 0 where they overlap.
double gap(const Box& a, const Box& b)
{
    const int dx = std::max({a.left - b.right, b.left - a.right, 0});
    const int dy = std::max({a.top - b.bottom, b.top - a.bottom, 0});
    return std::hypot(dx, dy);
}

const Piece* largest(const std::vector<Piece>& pieces, double leastSide)
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
        if (!piece.reachesEdge && piece.box.longSide() >= leastSide &&
            (inside == nullptr || piece.mass > inside->mass)) {
            inside = &piece;
        }
    }
    return inside != nullptr ? inside : anywhere;
}

// What has less than that part of the main piece's mass is a speck.
constexpr double kSpeck = 0.05;

/// Whether a piece may be written by the same hand as the main piece.
bool mayBeWritten(const Piece& piece, const Piece& main)
{
    return &piece == &main || (piece.hasFullInk && (!piece.reachesEdge || main.reachesEdge) &&
                               piece.mass > kSpeck * main.mass);
}

/// Whether a piece is part of the digit whose main piece is given.
bool belongs(const Piece& piece, const Piece& main)
{
    constexpr double kClose = 0.3;   // of the main piece's long side
    constexpr double kAnother = 0.3; // of its mass: as large a piece belongs from further away
    const double distance = gap(piece.box, main.box) / main.box.longSide();
    return mayBeWritten(piece, main) &&
           (distance < kClose || (piece.mass > kAnother * main.mass && distance < 1));
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

/// The ink of the pieces that are kept, full ink 1. None where they are no ink but noise: specks
/// all over, hardly any contrast, or light that fades.
std::optional<Digit>
clearInk(const InkMap& map, const Pieces& found, const std::vector<bool>& isKept)
{
    Digit digit{.ink = Plane(map.ink.width, map.ink.height), .box = Piece{}.box};
    double keptMass = 0;
    double mass = 0;
    for (std::size_t i = 0; i < found.pieces.size(); ++i) {
        const Piece& piece = found.pieces[i];
        mass += piece.reachesEdge ? 0 : piece.mass;
        if (isKept[i]) {
            digit.box = around(digit.box, piece.box);
            keptMass += piece.mass;
        }
    }
    if (keptMass < 0.2 * mass) {
        return std::nullopt;
    }

    std::vector<float> full;
    for (std::size_t i = 0; i < map.ink.values.size(); ++i) {
        const int label = found.labels[i];
        if (label != kNoPiece && isKept[static_cast<std::size_t>(label)]) {
            digit.ink.values[i] = map.ink.values[i];
            if (map.ink.values[i] > map.threshold) {
                full.push_back(map.ink.values[i]);
            }
        }
    }
    const float level = quantile(std::move(full), 0.8);
    const auto longSide = static_cast<float>(digit.box.longSide());
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

/// Which pieces are like the main one; none where there is no ink.
template <class Choice>
std::vector<bool> kept(const InkMap& map, const Pieces& found, double leastSide, Choice isLike)
{
    std::vector<bool> isKept;
    const int pictureSide = std::max(map.ink.width, map.ink.height);
    const Piece* main = largest(found.pieces, std::floor(leastSide * pictureSide));
    if (main != nullptr && 2 * map.threshold >= kFaintest) {
        for (const Piece& piece : found.pieces) {
            isKept.push_back(isLike(piece, *main));
        }
    }
    return isKept;
}

// The long side of a digit that fills its picture no better, as a part of the picture's.
constexpr double kLeastSide = 0.055;
// The same for one of a number's.
constexpr double kLeastSideOfMany = 0.02;

} // namespace

std::optional<Digit> findDigit(const InkMap& map, const Pieces& pieces)
{
    const std::vector<bool> isKept = kept(map, pieces, kLeastSide, belongs);
    return isKept.empty() ? std::nullopt : clearInk(map, pieces, isKept);
}

std::optional<Digit> findDigit(const InkMap& map)
{
    return findDigit(map, findPieces(map));
}

std::optional<Writing> findWriting(const InkMap& map, const Pieces& pieces)
{
    const std::vector<bool> isKept = kept(map, pieces, kLeastSideOfMany, mayBeWritten);
    std::optional<Digit> ink = isKept.empty() ? std::nullopt : clearInk(map, pieces, isKept);
    if (!ink) {
        return std::nullopt;
    }
    Writing writing{.ink = std::move(ink->ink), .pieces = {}};
    for (std::size_t i = 0; i < isKept.size(); ++i) {
        if (isKept[i]) {
            writing.pieces.push_back(i);
        }
    }
    return writing;
}

} // namespace digitpad
