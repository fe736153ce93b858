// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/fragments.h"

#include "core/data/digit_shapes.h"
#include "core/data/hand.h"
#include "core/data/letter_shapes.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>
#include <vector>

namespace digitpad {

namespace {

struct Box {
    double left = std::numeric_limits<double>::infinity();
    double top = std::numeric_limits<double>::infinity();
    double right = -std::numeric_limits<double>::infinity();
    double bottom = -std::numeric_limits<double>::infinity();

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
};

Box boxOf(const Ink& ink)
{
    Box box;
    for (const Stroke& stroke : ink) {
        for (const Point& point : stroke) {
            box.left = std::min(box.left, point.x);
            box.top = std::min(box.top, point.y);
            box.right = std::max(box.right, point.x);
            box.bottom = std::max(box.bottom, point.y);
        }
    }
    return box;
}

/// What of the ink lies within the box: strokes are cut where they leave it.
Ink cutOut(const Ink& ink, const Box& box)
{
    const auto isInside = [&](const Point& point) {
        return point.x >= box.left && point.x <= box.right && point.y >= box.top &&
               point.y <= box.bottom;
    };
    // Curves have points close to each other; straight lines may not, and get some here.
    constexpr int kSteps = 4;
    Ink inside;
    for (const Stroke& stroke : ink) {
        Stroke piece;
        for (std::size_t i = 0; i < stroke.size(); ++i) {
            const Point& from = stroke[i > 0 ? i - 1 : 0];
            for (int step = 1; step <= kSteps; ++step) {
                const double t = static_cast<double>(step) / kSteps;
                const Point at{
                    from.x + t * (stroke[i].x - from.x), from.y + t * (stroke[i].y - from.y)};
                if (isInside(at)) {
                    piece.push_back(at);
                } else if (!piece.empty()) {
                    inside.push_back(std::exchange(piece, {}));
                }
            }
        }
        if (!piece.empty()) {
            inside.push_back(std::move(piece));
        }
    }
    return inside;
}

/// Characters of one hand from left to right, each with its box.
struct Line {
    std::vector<Ink> characters;
    std::vector<Box> boxes;

    /// Sets the ink to the right of what there is, on the same line but for an unsteady hand.
    void add(Ink ink, double gap, Chance& chance)
    {
        const double size = chance.between(0.75, 1.15);
        const double drop = chance.around(7);
        const double left = boxOf(ink).left;
        const double start = boxes.empty() ? 0 : boxes.back().right + gap;
        for (Stroke& stroke : ink) {
            for (Point& point : stroke) {
                point = {start + size * (point.x - left), size * (point.y - 50) + 50 + drop};
            }
        }
        boxes.push_back(boxOf(ink));
        characters.push_back(std::move(ink));
    }

    [[nodiscard]] Ink ink() const
    {
        Ink all;
        for (const Ink& character : characters) {
            all.insert(all.end(), character.begin(), character.end());
        }
        return all;
    }
};

int anyDigit(Chance& chance)
{
    return static_cast<int>(chance.below(10));
}

Line writeDigits(int count, Chance& chance)
{
    const Hand hand(chance);
    const double gap = chance.between(-12, 30);
    Line line;
    for (int i = 0; i < count; ++i) {
        const Ink& skeleton = chooseSkeleton(digitShapes(anyDigit(chance)), chance);
        Ink digit = hand.write(skeleton, chance);
        line.add(std::move(digit), gap + chance.around(4), chance);
    }
    return line;
}

/// The box of the ink and a margin, to move a side of and cut along.
Box whole(const Ink& ink)
{
    const Box box = boxOf(ink);
    return {box.left - 1, box.top - 1, box.right + 1, box.bottom + 1};
}

/// What lies between two fractions of the ink's width.
Ink slice(const Ink& ink, double from, double to)
{
    Box cut = whole(ink);
    const double left = cut.left;
    const double width = cut.width();
    cut.left = left + from * width;
    cut.right = left + to * width;
    return cutOut(ink, cut);
}

} // namespace

Ink drawSeveralDigits(Chance& chance)
{
    return writeDigits(chance.isSo(0.75) ? 2 : 3, chance).ink();
}

Ink drawDigitAndPart(Chance& chance)
{
    Line line = writeDigits(2, chance);
    const bool isLast = chance.isSo(0.5); // the digit, rather than its neighbour
    Ink& digit = line.characters[isLast ? 1 : 0];
    Ink& neighbour = line.characters[isLast ? 0 : 1];
    const Box box = boxOf(digit);
    if (box.width() > 40 && chance.isSo(0.4)) {
        const double lost = chance.between(0, 0.3);
        digit = isLast ? slice(digit, 0, 1 - lost) : slice(digit, lost, 1);
    }
    const double seen = chance.between(0.35, 0.75);
    Ink part = isLast ? slice(neighbour, 1 - seen, 1) : slice(neighbour, 0, seen);
    // A speck beside a digit is a stain, and the digit still one.
    if (boxOf(part).height() > box.height() / 2) {
        neighbour = std::move(part);
    }
    return line.ink();
}

Ink drawPartOfDigit(Chance& chance)
{
    enum class Side { Left, Top, Bottom };
    struct Part {
        int digit;
        Side side;
        double least; ///< of the width or the height
        double most;
    };
    // Of the others the right half of an 8 is a 3, the loop of a 9 or 6 a 0, most of a 4 or 7 a 1.
    constexpr auto kParts = std::to_array<Part>({
        {0, Side::Top, 0.3, 0.55},
        {0, Side::Bottom, 0.3, 0.55},
        {2, Side::Bottom, 0.25, 0.5},
        {3, Side::Bottom, 0.35, 0.55},
        {5, Side::Top, 0.25, 0.4},
        {8, Side::Left, 0.3, 0.4},
    });
    const auto& [digit, side, least, most] = kParts.at(chance.below(kParts.size()));
    const Hand hand(chance);
    const Ink ink = hand.write(chooseSkeleton(digitShapes(digit), chance), chance);
    const double kept = chance.between(least, most);
    Box cut = whole(ink);
    switch (side) {
    case Side::Left:
        cut.right = cut.left + kept * cut.width();
        break;
    case Side::Top:
        cut.bottom = cut.top + kept * cut.height();
        break;
    case Side::Bottom:
        cut.top = cut.bottom - kept * cut.height();
        break;
    }
    return cutOut(ink, cut);
}

Ink drawLetters(Chance& chance)
{
    const std::vector<Character>& letters = letterShapes();
    const Hand hand(chance);
    const int count = chance.isSo(0.6) ? 2 : chance.wholeBetween(3, 4);
    const double gap = chance.between(-8, 25);
    Line line;
    for (int i = 0; i < count; ++i) {
        // In company even what looks like a digit may be a letter: o, l, s, z, b, q.
        const Shapes& ways = chance.isSo(0.1) ? digitShapes(anyDigit(chance))
                                              : letters[chance.below(letters.size())].ways;
        const Ink& skeleton = chooseSkeleton(ways, chance);
        Ink letter = hand.write(skeleton, chance);
        line.add(std::move(letter), gap + chance.around(4), chance);
    }
    return line.ink();
}

} // namespace digitpad
