// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quiz/hard_digits.h"

#include "core/data/chance.h"
#include "core/engine/model.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <random>
#include <span>

namespace digitpad {

namespace {

constexpr std::size_t kDigits = 10;
constexpr std::size_t kBatch = 500; // glyphs read at once; between two it can be stopped

using Order = std::vector<std::size_t>; // indices of digits

Result<std::vector<Prediction>> readAll(
    const Model& model, const Dataset& data, const std::function<void(double)>& onProgress,
    const std::stop_token& stop)
{
    std::vector<Prediction> predictions;
    predictions.reserve(data.size());
    const std::span<const Glyph> glyphs(data.glyphs);
    while (predictions.size() < data.size() && !stop.stop_requested()) {
        const std::size_t count = std::min(kBatch, data.size() - predictions.size());
        const auto some = model.read(glyphs.subspan(predictions.size(), count));
        if (!some) {
            return std::unexpected(some.error());
        }
        predictions.insert(predictions.end(), some->begin(), some->end());
        if (onProgress) {
            onProgress(static_cast<double>(predictions.size()) / static_cast<double>(data.size()));
        }
    }
    return predictions;
}

double squaredDistance(const Glyph& glyph, const std::array<double, Glyph::kPixels>& mean)
{
    double sum = 0;
    for (std::size_t i = 0; i < mean.size(); ++i) {
        const double difference = glyph.pixels[i] - mean[i];
        sum += difference * difference;
    }
    return sum;
}

/// How much farther each digit is from the mean of its own label than from the nearest other one.
std::vector<double> unlikeness(const Dataset& data)
{
    std::array<std::array<double, Glyph::kPixels>, kDigits> means{};
    std::array<double, kDigits> counts{};
    for (std::size_t i = 0; i < data.size(); ++i) {
        auto& mean = means.at(data.labels[i]);
        std::ranges::transform(mean, data.glyphs[i].pixels, mean.begin(), std::plus());
        ++counts.at(data.labels[i]);
    }
    for (std::size_t digit = 0; digit < kDigits; ++digit) {
        for (double& pixel : means[digit]) {
            pixel /= std::max(counts[digit], 1.0);
        }
    }
    std::vector<double> unlike(data.size());
    for (std::size_t i = 0; i < data.size(); ++i) {
        double own = 0;
        double nearest = std::numeric_limits<double>::max();
        for (std::size_t digit = 0; digit < kDigits; ++digit) {
            const double distance = squaredDistance(data.glyphs[i], means[digit]);
            if (digit == data.labels[i]) {
                own = distance;
            } else if (counts[digit] > 0) {
                nearest = std::min(nearest, distance);
            }
        }
        unlike[i] = own - nearest;
    }
    return unlike;
}

/// The `count` digits with the greatest values.
Order greatest(const std::vector<double>& values, std::size_t count)
{
    Order order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return values[i]; });
    order.resize(std::min(count, order.size()));
    return order;
}

/// A number for a digit that is up to the seed and to no other digit. A pool whose last places
/// differ by what a processor rounds otherwise still begins alike when it is sorted by it.
std::uint64_t lot(std::uint64_t seed, std::size_t index)
{
    std::seed_seq mixed{
        static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32),
        static_cast<std::uint32_t>(index)};
    return std::mt19937_64(mixed)();
}

} // namespace

Result<std::vector<QuizDigit>> hardDigits(
    const Model& model, const Dataset& data, std::size_t count, std::uint64_t seed,
    const std::function<void(double)>& onProgress, const std::stop_token& stop)
{
    const auto predictions = readAll(model, data, onProgress, stop);
    if (!predictions) {
        return std::unexpected(predictions.error());
    }
    if (stop.stop_requested()) {
        return std::vector<QuizDigit>();
    }
    std::vector<double> unsure(data.size());
    for (std::size_t i = 0; i < data.size(); ++i) {
        unsure[i] = 1 - (*predictions)[i].probabilities.at(data.labels[i]);
    }
    // Several times what is asked for, so that another seed shows others.
    std::array pools = {
        greatest(unsure, std::max(4 * count, data.size() / 100)),
        greatest(unlikeness(data), std::max(4 * count, data.size() / 20))};
    for (Order& pool : pools) {
        std::ranges::sort(pool, std::greater(), [seed](std::size_t i) { return lot(seed, i); });
    }
    std::mt19937_64 random(seed);
    std::vector<QuizDigit> digits;
    while (digits.size() < count && !(pools[0].empty() && pools[1].empty())) {
        const std::size_t drawn = Chance(random).below(2);
        Order& pool = pools[pools[drawn].empty() ? 1 - drawn : drawn];
        const std::size_t index = pool.back();
        for (Order& other : pools) {
            std::erase(other, index);
        }
        digits.push_back(
            {.index = index,
             .label = data.labels[index],
             .glyph = data.glyphs[index],
             .prediction = (*predictions)[index]});
    }
    return digits;
}

} // namespace digitpad
