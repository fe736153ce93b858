// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/number.h"

#include <algorithm>

namespace digitpad {

std::string Number::text() const
{
    std::string text;
    for (const auto& line : lines) {
        if (!text.empty()) {
            text += '\n';
        }
        for (const NumberDigit& digit : line) {
            text += digit.prediction.accepted() ? static_cast<char>('0' + digit.prediction.digit())
                                                : '?';
        }
    }
    return text;
}

bool Number::accepted() const
{
    return !lines.empty() && !isLetterLike && std::ranges::all_of(lines, [](const auto& line) {
        return std::ranges::all_of(
            line, [](const NumberDigit& digit) { return digit.prediction.accepted(); });
    });
}

float Number::confidence() const
{
    float product = lines.empty() ? 0 : 1;
    for (const auto& line : lines) {
        for (const NumberDigit& digit : line) {
            product *= digit.prediction.confidence();
        }
    }
    return product;
}

float Number::digitScore() const
{
    // Below a half, so that it is not believed, and above what does not even look like digits.
    constexpr float kLetterLike = 0.4F;
    float product = lines.empty() ? 0 : isLetterLike ? kLetterLike : 1;
    for (const auto& line : lines) {
        for (const NumberDigit& digit : line) {
            product *= digit.prediction.digitScore;
        }
    }
    return product;
}

std::size_t Number::digitCount() const
{
    std::size_t count = 0;
    for (const auto& line : lines) {
        count += line.size();
    }
    return count;
}

bool Number::contains(int digit) const
{
    return std::ranges::any_of(lines, [digit](const auto& line) {
        return std::ranges::any_of(
            line, [digit](const NumberDigit& one) { return one.prediction.digit() == digit; });
    });
}

void Number::placeBoxes(double factor, double left, double top)
{
    for (auto& line : lines) {
        for (NumberDigit& digit : line) {
            Area& box = digit.box;
            box = {
                left + box.left * factor, top + box.top * factor, left + box.right * factor,
                top + box.bottom * factor};
        }
    }
}

} // namespace digitpad
