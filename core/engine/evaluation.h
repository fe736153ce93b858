// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/dataset.h"
#include "core/engine/model.h"

#include <array>
#include <cstdint>
#include <stop_token>

namespace digitpad {

/// How a model does on labelled glyphs.
struct Evaluation {
    std::int64_t count = 0;
    std::int64_t correct = 0;
    double meanLoss = 0;                                      ///< cross entropy in nats
    std::array<std::array<std::int64_t, 10>, 10> confusion{}; ///< [label][what was read]

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
