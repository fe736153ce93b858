// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/test_digits.h"

#include <array>

namespace digitpad {

enum class QuizMode {
    Guess, ///< hard digits to read, against the network
    Fool   ///< digits to draw that the network reads as others
};

/// What makes a quiz; the same makes the same one on every machine.
struct QuizOptions {
    static constexpr std::array kRounds = {5, 10, 20};
    static constexpr std::array kSources = {
        DigitSource::MnistTest, DigitSource::OwnSamples, DigitSource::Synthetic};
    static constexpr int kMostSeed = 999'999;

    QuizMode mode = QuizMode::Guess;
    DigitSource digits = DigitSource::Synthetic; ///< one of kSources; what is guessed
    int rounds = 10;                             ///< one of kRounds
    int seed = 1;                                ///< 0 to kMostSeed

    friend bool operator==(const QuizOptions&, const QuizOptions&) = default;
};

} // namespace digitpad
