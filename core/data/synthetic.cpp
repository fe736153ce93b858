// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/synthetic.h"

#include "core/data/chance.h"
#include "core/data/digit_shapes.h"
#include "core/data/hand.h"
#include "core/ink/render.h"

#include <utility>

// The same seed must give the same bytes on every machine, so nothing here or in Hand and Chance
// may depend on the standard library's distributions or on libm beyond sqrt, which IEEE 754 rounds
// exactly.

namespace digitpad {

Ink drawDigit(int digit, std::mt19937_64& random)
{
    Chance chance(random);
    const Ink& skeleton = chooseSkeleton(digitShapes(digit), chance);
    const Hand hand(chance);
    return hand.write(skeleton, chance);
}

Dataset syntheticDigits(std::size_t count, std::uint64_t seed, const std::stop_token& stop)
{
    std::mt19937_64 random(seed);
    Chance chance(random);
    Dataset data;
    data.labels.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        data.labels[i] = static_cast<std::uint8_t>(i % 10);
    }
    for (std::size_t i = count; i > 1; --i) {
        std::swap(data.labels[i - 1], data.labels[chance.below(i)]);
    }
    data.glyphs.reserve(count);
    for (const std::uint8_t label : data.labels) {
        if (stop.stop_requested()) {
            return {};
        }
        const double penWidth = chance.between(1.0, 3.6);
        data.glyphs.push_back(renderInk(drawDigit(label, random), {.penWidth = penWidth}));
    }
    return data;
}

} // namespace digitpad
