// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/glyph.h"
#include "core/engine/evaluation.h"

#include <stop_token>
#include <vector>

namespace digitpad {

/// How a model did on its test digits, with the pictures of those that it read wrong.
struct Review {
    Evaluation evaluation;
    std::vector<Glyph> glyphs; ///< of evaluation.mistakes, in their order
};

/// Reads all of the test data once more. Errors: those of evaluate().
[[nodiscard]] Result<Review>
review(const Model& model, const Dataset& test, const std::stop_token& stop = {});

/// Which mistakes to look at: digits of one label, read as one digit, or all.
struct MistakeFilter {
    static constexpr int kAny = -1;

    int label = kAny;
    int read = kAny;

    friend bool operator==(const MistakeFilter&, const MistakeFilter&) = default;
};

/// Indices into evaluation.mistakes of those that the filter lets through, those first of which the
/// network was surest.
[[nodiscard]] std::vector<std::size_t>
surestMistakes(const Evaluation& evaluation, const MistakeFilter& filter);

} // namespace digitpad
