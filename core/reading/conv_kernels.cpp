// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/conv_kernels.h"

#include <utility>

// The same code for vectors of different width, as in unit_kernels.cpp.
namespace digitpad {
namespace {

namespace any {
constexpr std::size_t kLaneBytes = 16;
constexpr std::size_t kPlacesAtOnce = 5;
#include "core/reading/conv_kernels.inc"
} // namespace any

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define DIGITPAD_LEVELS

#pragma GCC push_options
#pragma GCC target("arch=x86-64-v3")
namespace v3 {
constexpr std::size_t kLaneBytes = 32;
constexpr std::size_t kPlacesAtOnce = 6; // × 2, and 3 to multiply with, of 16 registers
#include "core/reading/conv_kernels.inc"
} // namespace v3
#pragma GCC pop_options

#pragma GCC push_options
#pragma GCC target("arch=x86-64-v4")
namespace v4 {
constexpr std::size_t kLaneBytes = 64;
constexpr std::size_t kPlacesAtOnce = 14; // × 2, and 3 to multiply with, of 32 registers
#include "core/reading/conv_kernels.inc"
} // namespace v4
#pragma GCC pop_options
#endif

} // namespace

const std::vector<ConvKernels>& convKernels()
{
    static const std::vector<ConvKernels> kOfThisMachine = [] {
        std::vector<ConvKernels> kernels;
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

} // namespace digitpad
