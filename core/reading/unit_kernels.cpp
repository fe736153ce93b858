// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/unit_kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// The same code for vectors of different width, where target_clones would not do: a vector that is
// wider than the machine's goes through memory.
namespace digitpad {
namespace {

namespace any {
constexpr std::size_t kLaneBytes = 16;
#include "core/reading/unit_kernels.inc"
} // namespace any

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define DIGITPAD_LEVELS

#pragma GCC push_options
#pragma GCC target("arch=x86-64-v3")
namespace v3 {
constexpr std::size_t kLaneBytes = 32;
#include "core/reading/unit_kernels.inc"
} // namespace v3
#pragma GCC pop_options

#pragma GCC push_options
#pragma GCC target("arch=x86-64-v4")
namespace v4 {
#define DIGITPAD_COMPRESSES // has an instruction that moves what a mask chooses together
constexpr std::size_t kLaneBytes = 64;
#include "core/reading/unit_kernels.inc"
} // namespace v4
#pragma GCC pop_options
#endif

} // namespace

const std::vector<UnitKernels>& unitKernels()
{
    static const std::vector<UnitKernels> kOfThisMachine = [] {
        std::vector<UnitKernels> kernels;
#ifdef DIGITPAD_LEVELS
        if (__builtin_cpu_supports("x86-64-v4")) {
            kernels.push_back(v4::kKernels);
        }
        if (__builtin_cpu_supports("x86-64-v3")) {
            kernels.push_back(v3::kKernels);
        }
#endif
        kernels.push_back(any::kKernels);
        return kernels;
    }();
    return kOfThisMachine;
}

void deriveSums(UnitWeights& weights)
{
    any::Sum sum{Tile{}};
    for (const Tile& fromPixel : weights.numbers.fromPixel) {
        sum.add(1, fromPixel);
    }
    sum.store(weights.fromAllPixels);
    for (std::size_t unit = 0; unit < kTileUnits; ++unit) {
        for (std::size_t digit = 0; digit < kDigits; ++digit) {
            weights.toDigits[unit].digits[digit] = weights.numbers.toDigit[digit].units[unit];
        }
    }
}

} // namespace digitpad
