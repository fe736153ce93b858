// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One copy of a function for each level of the x86-64 psABI that has wider vectors. Not under the
// sanitizers, whose start-up comes after the choice between the copies.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__SANITIZE_ADDRESS__) &&                  \
    !defined(__SANITIZE_THREAD__)
#define DIGITPAD_FOR_EACH_CPU [[gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]]
#else
#define DIGITPAD_FOR_EACH_CPU
#endif
