// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/figures.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace digitpad {

std::vector<qint64> roundedToAddUp(std::span<const double> numbers, double sum, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    std::vector<qint64> rounded;
    std::vector<std::size_t> order(numbers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (const double number : numbers) {
        rounded.push_back(static_cast<qint64>(std::floor(number * scale)));
    }
    const auto remainder = [&](std::size_t i) {
        return numbers[i] * scale - std::floor(numbers[i] * scale);
    };
    std::ranges::stable_sort(order, std::ranges::greater(), remainder);
    const qint64 missing =
        std::llround(sum * scale) - std::accumulate(rounded.begin(), rounded.end(), qint64{0});
    const auto ups = std::clamp<qint64>(missing, 0, std::ssize(rounded));
    for (qint64 i = 0; i < ups; ++i) {
        ++rounded[order[static_cast<std::size_t>(i)]];
    }
    return rounded;
}

QString signedText(double number, int decimals, const QLocale& locale)
{
    return signedText(std::llround(number * std::pow(10.0, decimals)), decimals, locale);
}

QString signedText(qint64 rounded, int decimals, const QLocale& locale)
{
    const QString text =
        locale.toString(static_cast<double>(rounded) / std::pow(10.0, decimals), 'f', decimals);
    return rounded > 0 ? locale.positiveSign() + text : text;
}

} // namespace digitpad
