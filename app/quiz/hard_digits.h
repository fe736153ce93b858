// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/glyph.h"
#include "core/data/dataset.h"
#include "core/engine/prediction.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace digitpad {

class Model;

/// A digit to guess.
struct QuizDigit {
    std::size_t index = 0; ///< where it is in the data
    int label = 0;         ///< what it is, 0 to 9
    Glyph glyph;
    Prediction prediction; ///< what the network says of it

    /// Whether the network would say what it is; also where it doubts that it is a digit, because
    /// who is asked has to guess.
    [[nodiscard]] bool isReadRight() const { return prediction.digit() == label; }
};

/// Digits that are hard, for the network or for people, about as many of each: those in which the
/// network sees their label least, and those that look less like the mean of their label's digits
/// than like that of others'. Which of them, and in what order, is up to the seed: the same data,
/// model and seed give the same ones on every machine. As many as asked for, or all there are;
/// none once asked to stop. `onProgress` is told how far it is, 0 to 1. Errors: those of
/// Model::read.
[[nodiscard]] Result<std::vector<QuizDigit>> hardDigits(
    const Model& model, const Dataset& data, std::size_t count, std::uint64_t seed,
    const std::function<void(double)>& onProgress = {}, const std::stop_token& stop = {});

} // namespace digitpad
