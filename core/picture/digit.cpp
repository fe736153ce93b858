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
constexpr double kWidestEdge = 0.2F;

/// The free space between two boxes, 0 where they overlap.
double gap(const Box& a, const Box& b)
{
    const int dx = std::max({a.left - b.right, b.left - a.right, 0});
    const int dy = std::max({a.top - b.bottom, b.top - a.bottom, 0});
    return std::hypot(dx, dy);
}

/// Whether it is a shadow or a stain, not a stroke: its edges fade where a pen's are sharp.
bool isSoft(const Piece& piece)
{
    constexpr double kSoft = 0.1; // of its long side
    constexpr double kSharp = 3;  // pixels: as sharp as cameras and scanners are
    return piece.edgeWidth() > std::max(kSoft * piece.box.longSide(), kSharp);
}

/// The piece of the most ink: one inside that is large enough and sharp, else any inside, else any.
const Piece* largest(const std::vector<Piece>& pieces, double leastSide)
{
    const Piece* best = nullptr;
    int bestRank = 0;
    for (const Piece& piece : pieces) {
        if (!piece.hasFullInk()) {
            continue;
        }
        const bool isInside = !piece.reachesEdge && piece.box.longSide() >= leastSide;
        const int rank = !isInside ? 0 : isSoft(piece) ? 1 : 2;
        if (best == nullptr || rank > bestRank || (rank == bestRank && piece.mass > best->mass)) {
            best = &piece;
            bestRank = rank;
        }
    }
    return best;
}

// What has less than that part of the main piece's mass is a speck.
constexpr double kSpeck = 0.05;

// What is that much thinner than the main piece is the edge of a sheet or a line.
constexpr double kThinner = 0.3;

/// Whether a piece may be written by the same hand as the main piece.
bool mayBeWritten(const Piece& piece, const Piece& main)
{
    return &piece == &main ||
           (piece.hasFullInk() && (!piece.reachesEdge || main.reachesEdge) &&
            (!isSoft(piece) || isSoft(main)) && piece.mass > kSpeck * main.mass &&
            piece.fullPixels > kThinner * main.strokeWidth() * piece.box.longSide());
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

/// The ink of the pieces that are kept, full ink 1. None where they are no ink but noise: specks
/// all over, hardly any contrast, or light that fades.
std::optional<Digit>
clearInk(const InkMap& map, const Pieces& found, const std::vector<bool>& isKept)
{
    Digit digit{.ink = Plane(map.ink.width, map.ink.height), .box = Piece{}.box};
    double mainMass = 0;
    double keptMass = 0;
    double slopes = 0;
    double squaredSlopes = 0;
    for (std::size_t i = 0; i < found.pieces.size(); ++i) {
        const Piece& piece = found.pieces[i];
        if (isKept[i]) {
            digit.box = around(digit.box, piece.box);
            mainMass = std::max(mainMass, piece.mass);
            keptMass += piece.mass;
            slopes += piece.slopes;
            squaredSlopes += piece.squaredSlopes;
        }
    }
    double mass = 0;
    for (const Piece& piece : found.pieces) {
        mass += !piece.reachesEdge && piece.mass > kSpeck * mainMass ? piece.mass : 0;
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
    if (level < kLeastClarity * noiseOf(map.ink) ||
        level * slopes > squaredSlopes * kWidestEdge * digit.box.longSide()) {
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
