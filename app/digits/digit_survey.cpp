// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/digits/digit_survey.h"

#include <cstdint>
#include <vector>

namespace digitpad {

DigitSurvey survey(const Dataset& data)
{
    DigitSurvey found;
    std::vector<std::array<std::uint64_t, Glyph::kPixels>> sums(found.means.size());
    for (std::size_t i = 0; i < data.size(); ++i) {
        const std::uint8_t digit = data.labels[i];
        if (digit < kNoDigit) {
            ++found.counts.at(digit);
            for (std::size_t pixel = 0; pixel < Glyph::kPixels; ++pixel) {
                sums[digit][pixel] += data.glyphs[i].pixels[pixel];
            }
        }
    }
    for (std::size_t digit = 0; digit < sums.size(); ++digit) {
        const std::uint64_t count = found.counts.at(digit);
        for (std::size_t pixel = 0; count > 0 && pixel < Glyph::kPixels; ++pixel) {
            found.means.at(digit).pixels[pixel] =
                static_cast<std::uint8_t>((sums[digit][pixel] + count / 2) / count);
        }
    }
    return found;
}

} // namespace digitpad
