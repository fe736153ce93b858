// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/nondigits.h"

#include "core/data/chance.h"
#include "core/data/digit_shapes.h"
#include "core/data/fragments.h"
#include "core/data/hand.h"
#include "core/data/letter_shapes.h"
#include "core/data/scribbles.h"
#include "core/data/symbol_shapes.h"
#include "core/ink/render.h"

#include <utility>
#include <vector>

namespace digitpad {

namespace {

const Ink& chooseOne(const std::vector<Character>& characters, Chance& chance)
{
    const Character& character = characters[chance.below(characters.size())];
    return chooseSkeleton(character.ways, chance);
}

Ink drawLetter(Chance& chance)
{
    const Ink& skeleton = chooseOne(letterShapes(), chance);
    const Hand hand(chance, {.least = 1.5, .most = 7.5});
    return hand.write(skeleton, chance);
}

Ink drawSymbol(Chance& chance)
{
    const Ink& skeleton = chooseOne(symbolShapes(), chance);
    const Hand hand(chance, {.least = 1.5, .most = 6});
    return hand.write(skeleton, chance);
}

Ink drawDoodle(Chance& chance)
{
    Ink skeleton = chooseOne(doodleShapes(), chance);
    if (chance.isSo(0.4)) {
        for (Stroke& stroke : skeleton) {
            for (Point& point : stroke) {
                point.x = 100 - point.x;
            }
        }
    }
    const Hand hand(chance, {.least = 1, .most = 5}); // so small things are still to be seen
    return hand.write(skeleton, chance);
}

Ink drawStruckOut(Chance& chance)
{
    const Ink& skeleton = chance.isSo(0.6)
                              ? chooseSkeleton(digitShapes(chance.wholeBetween(0, 9)), chance)
                              : chooseOne(letterShapes(), chance);
    const Hand hand(chance);
    Ink ink = hand.write(skeleton, chance);
    return strikeOut(std::move(ink), chance);
}

Ink draw(NonDigit kind, Chance& chance)
{
    switch (kind) {
    case NonDigit::Letter:
        return drawLetter(chance);
    case NonDigit::Letters:
        return drawLetters(chance);
    case NonDigit::Symbol:
        return drawSymbol(chance);
    case NonDigit::Doodle:
        return drawDoodle(chance);
    case NonDigit::Scribble:
        return drawScribble(chance);
    case NonDigit::StruckOut:
        return drawStruckOut(chance);
    case NonDigit::Line:
        return drawLine(chance);
    case NonDigit::Smudge:
        return drawSmudge(chance);
    case NonDigit::Dots:
        return drawDots(chance);
    case NonDigit::SeveralDigits:
        return drawSeveralDigits(chance);
    case NonDigit::DigitAndPart:
        return drawDigitAndPart(chance);
    case NonDigit::PartOfDigit:
        return drawPartOfDigit(chance);
    }
    std::unreachable();
}

NonDigit chooseKind(Chance& chance)
{
    double left = chance.fraction();
    for (const auto& [kind, share] : kNonDigitShares) {
        left -= share;
        if (left < 0) {
            return kind;
        }
    }
    return kNonDigitShares.front().kind; // the shares' sum may be rounded down
}

double choosePenWidth(NonDigit kind, Chance& chance)
{
    switch (kind) {
    case NonDigit::Smudge:
        return chance.between(4, 8);
    case NonDigit::Dots:
        return chance.between(1, 8);
    default:
        return chance.between(1.0, 3.6);
    }
}

} // namespace

Ink drawNonDigit(NonDigit kind, std::mt19937_64& random)
{
    Chance chance(random);
    return draw(kind, chance);
}

Ink drawNonDigit(std::mt19937_64& random)
{
    Chance chance(random);
    const NonDigit kind = chooseKind(chance);
    return draw(kind, chance);
}

Dataset nonDigits(std::size_t count, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    Chance chance(random);
    Dataset data;
    data.labels.assign(count, kNoDigit);
    data.glyphs.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const NonDigit kind = chooseKind(chance);
        const Ink ink = draw(kind, chance);
        data.glyphs.push_back(renderInk(ink, {.penWidth = choosePenWidth(kind, chance)}));
    }
    return data;
}

} // namespace digitpad
