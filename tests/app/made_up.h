// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/test_digits.h"
#include "core/data/synthetic.h"

#include <memory>

namespace digitpad::tests {

inline std::shared_ptr<const TestDigits> madeUp(std::size_t count, std::uint64_t seed = 1)
{
    return std::make_shared<const TestDigits>(TestDigits{
        .source = DigitSource::Synthetic, .data = syntheticDigits(count, seed), .drawings = {}});
}

} // namespace digitpad::tests
