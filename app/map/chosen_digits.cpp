// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/chosen_digits.h"

#include "core/data/chance.h"

#include <algorithm>
#include <random>
#include <utility>

namespace digitpad {

ChosenDigits chooseDigits(const Dataset& data, std::size_t count, std::uint64_t seed)
{
    ChosenDigits chosen;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (data.labels[i] < kNoDigit) {
            chosen.indices.push_back(i);
        }
    }
    std::mt19937_64 random(seed);
    Chance chance(random);
    count = std::min(count, chosen.indices.size());
    for (std::size_t i = 0; i < count; ++i) { // R. Fisher and F. Yates, as far as it is needed
        std::swap(chosen.indices[i], chosen.indices[i + chance.below(chosen.indices.size() - i)]);
    }
    chosen.indices.resize(count);
    std::ranges::sort(chosen.indices);
    for (const std::size_t i : chosen.indices) {
        chosen.data.glyphs.push_back(data.glyphs[i]);
        chosen.data.labels.push_back(data.labels[i]);
    }
    return chosen;
}

} // namespace digitpad
