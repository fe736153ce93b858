// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/ink/stroke.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>

namespace digitpad {

/// Kinds of ink that is no digit.
enum class NonDigit : std::uint8_t {
    Letter,
    Letters, ///< two to four side by side
    Symbol,
    Doodle,
    Scribble,
    StruckOut, ///< a digit or a letter
    Line,      ///< one stroke that is no 1
    Smudge,
    Dots,
    SeveralDigits,
    DigitAndPart, ///< of the one beside it
    PartOfDigit,
};

struct NonDigitShare {
    NonDigit kind = NonDigit::Letter;
    double share = 0;
};

/// How often drawNonDigit draws each kind; together 1.
inline constexpr auto kNonDigitShares = std::to_array<NonDigitShare>({
    {NonDigit::Letter, 0.45},
    {NonDigit::Letters, 0.05},
    {NonDigit::Symbol, 0.10},
    {NonDigit::Doodle, 0.09},
    {NonDigit::Scribble, 0.10},
    {NonDigit::StruckOut, 0.03},
    {NonDigit::Line, 0.05},
    {NonDigit::Smudge, 0.02},
    {NonDigit::Dots, 0.01},
    {NonDigit::SeveralDigits, 0.04},
    {NonDigit::DigitAndPart, 0.04},
    {NonDigit::PartOfDigit, 0.02},
});

/// Draws something that people write and nobody reads as a digit. Coordinates lie roughly in a box
/// of 100 × 100, of several characters in one as high.
[[nodiscard]] Ink drawNonDigit(NonDigit kind, std::mt19937_64& random);

/// The same of any kind, by the shares.
[[nodiscard]] Ink drawNonDigit(std::mt19937_64& random);

/// `count` drawings from drawNonDigit, each rendered through renderInk with a pen of its own, as
/// wide as syntheticDigits' but for smudges and dots, all labelled kNoDigit. The same count and
/// seed give the same data on every machine.
[[nodiscard]] Dataset nonDigits(std::size_t count, std::uint64_t seed);

} // namespace digitpad
