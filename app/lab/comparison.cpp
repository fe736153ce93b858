// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/comparison.h"

#include <algorithm>

namespace digitpad {

namespace {

constexpr std::size_t kBatch = 1000;

double fraction(std::size_t part, std::size_t whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

} // namespace

Result<void> readOn(
    const Model& model, std::span<const Glyph> glyphs, Answers& answers,
    const std::function<bool()>& goesOn)
{
    while (answers.size() < glyphs.size()) {
        const auto rest = glyphs.subspan(answers.size());
        const auto predictions = model.read(rest.first(std::min(kBatch, rest.size())));
        if (!predictions) {
            return std::unexpected(predictions.error());
        }
        for (const Prediction& prediction : *predictions) {
            answers.push_back(static_cast<std::uint8_t>(prediction.digit()));
        }
        if (!goesOn()) {
            break;
        }
    }
    return {};
}

double Comparison::accuracyBefore() const
{
    return fraction(all.before, all.count);
}

double Comparison::accuracyAfter() const
{
    return fraction(all.after, all.count);
}

Comparison
compare(const Answers& before, const Answers& after, std::span<const std::uint8_t> labels)
{
    Comparison comparison;
    const std::size_t count = std::min({before.size(), after.size(), labels.size()});
    for (std::size_t i = 0; i < count; ++i) {
        const bool wasRight = before[i] == labels[i];
        const bool isRight = after[i] == labels[i];
        for (Comparison::Right* right : {&comparison.digits.at(labels[i]), &comparison.all}) {
            right->count += 1;
            right->before += wasRight ? 1U : 0U;
            right->after += isRight ? 1U : 0U;
        }
        comparison.madeWrong += wasRight && !isRight ? 1U : 0U;
        comparison.putRight += isRight && !wasRight ? 1U : 0U;
    }
    return comparison;
}

} // namespace digitpad
