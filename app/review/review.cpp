// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/review/review.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace digitpad {

Result<Review> review(const Model& model, const Dataset& test, const std::stop_token& stop)
{
    auto evaluation = evaluate(model, test, stop);
    if (!evaluation) {
        return std::unexpected(evaluation.error());
    }
    Review review{.evaluation = std::move(*evaluation), .glyphs = {}};
    for (const Mistake& mistake : review.evaluation.mistakes) {
        review.glyphs.push_back(test.glyphs[mistake.index]);
    }
    return review;
}

std::vector<std::size_t> surestMistakes(const Evaluation& evaluation, const MistakeFilter& filter)
{
    const auto& mistakes = evaluation.mistakes;
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < mistakes.size(); ++i) {
        const bool isLabel =
            filter.label == MistakeFilter::kAny || filter.label == mistakes[i].label;
        const bool isRead =
            filter.read == MistakeFilter::kAny || filter.read == mistakes[i].prediction.digit();
        if (isLabel && isRead) {
            chosen.push_back(i);
        }
    }
    std::ranges::stable_sort(
        chosen, std::greater(), [&](std::size_t i) { return mistakes[i].prediction.confidence(); });
    return chosen;
}

} // namespace digitpad
