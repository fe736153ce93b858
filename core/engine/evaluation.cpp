// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/evaluation.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <span>

namespace digitpad {

namespace {

constexpr std::size_t kBatch = 1000;

double fraction(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

/// Cross entropy of one prediction; a probability that came out as 0 counts as the smallest float.
double loss(const Prediction& prediction, std::uint8_t label)
{
    return -std::log(std::max(prediction.probabilities[label], std::numeric_limits<float>::min()));
}

} // namespace

double Evaluation::accuracy() const
{
    return fraction(correct, count);
}

double Evaluation::accuracyOf(int digit) const
{
    const auto label = static_cast<std::size_t>(digit);
    const auto& row = confusion.at(label);
    return fraction(row[label], std::accumulate(row.begin(), row.end(), std::int64_t{0}));
}

Result<Evaluation> evaluate(const Model& model, const Dataset& data, const std::stop_token& stop)
{
    Evaluation evaluation;
    double lossSum = 0;
    for (std::size_t start = 0; start < data.size() && !stop.stop_requested(); start += kBatch) {
        const std::size_t size = std::min(kBatch, data.size() - start);
        const auto predictions = model.read(std::span(data.glyphs).subspan(start, size));
        if (!predictions) {
            return std::unexpected(predictions.error());
        }
        for (std::size_t i = 0; i < size; ++i) {
            const Prediction& prediction = (*predictions)[i];
            const std::uint8_t label = data.labels[start + i];
            const int digit = prediction.digit();
            evaluation.confusion.at(label).at(static_cast<std::size_t>(digit)) += 1;
            if (digit == label) {
                evaluation.correct += 1;
            } else {
                evaluation.mistakes.push_back(
                    {.index = start + i, .label = label, .prediction = prediction});
            }
            lossSum += loss(prediction, label);
        }
        evaluation.count += static_cast<std::int64_t>(size);
        evaluation.meanLoss = lossSum / static_cast<double>(evaluation.count);
    }
    return evaluation;
}

} // namespace digitpad
