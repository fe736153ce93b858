// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/dataset.h"
#include "core/engine/model.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace digitpad {

/// A digit that was read as another one.
struct Mistake {
    std::size_t index = 0; ///< of the glyph in the data
    int label = 0;         ///< what it is, 0 to 9
    Prediction prediction; ///< what it was read as
};

/// How a model does on labelled glyphs.
struct Evaluation {
    std::int64_t count = 0;
    std::int64_t correct = 0;
    double meanLoss = 0;                                      ///< cross entropy in nats
    std::array<std::array<std::int64_t, 10>, 10> confusion{}; ///< [label][what was read]
    std::vector<Mistake> mistakes;                            ///< in the order of the data

    /// 0 to 1; 0 when count is 0.
    [[nodiscard]] double accuracy() const;
    /// Of the digits labelled `digit`, the part that was read right, 0 to 1; 0 when there are none.
    [[nodiscard]] double accuracyOf(int digit) const;
};

/// Reads every glyph in batches of 1,000 on the calling thread. When stopped it returns what was
/// read so far. Errors: those of Model::read.
[[nodiscard]] Result<Evaluation>
evaluate(const Model& model, const Dataset& data, const std::stop_token& stop = {});

} // namespace digitpad
