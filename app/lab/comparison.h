// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/engine/model.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace digitpad {

/// What a model read the first of some digits as, 0 to 9 each.
using Answers = std::vector<std::uint8_t>;

/// Reads the digits that there are no answers to yet, 1,000 at a time as evaluate() does, so that
/// they are read alike. After each batch `goesOn` says whether to read the next one. Errors: those
/// of Model::read.
[[nodiscard]] Result<void> readOn(
    const Model& model, std::span<const Glyph> glyphs, Answers& answers,
    const std::function<bool()>& goesOn);

/// How many digits a model and its changed copy have read right, of those that both have read.
struct Comparison {
    struct Right {
        std::size_t before = 0;
        std::size_t after = 0;
        std::size_t count = 0; ///< of how many
    };
    std::array<Right, 10> digits{}; ///< by their label
    Right all;
    std::size_t madeWrong = 0; ///< right before, wrong after
    std::size_t putRight = 0;

    [[nodiscard]] double accuracyBefore() const;
    [[nodiscard]] double accuracyAfter() const;
};

/// Labels of digits only.
[[nodiscard]] Comparison
compare(const Answers& before, const Answers& after, std::span<const std::uint8_t> labels);

} // namespace digitpad
