// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <cstddef>
#include <functional>
#include <stop_token>
#include <vector>

namespace digitpad {

/// Two glyphs that are nearly the same picture.
struct Lookalikes {
    std::size_t first = 0; ///< in the data; the lower one
    std::size_t second = 0;
    double similarity = 0;   ///< see similarityOf()
    bool isDisputed = false; ///< their labels differ

    friend bool operator==(const Lookalikes&, const Lookalikes&) = default;
};

/// The cosine of the angle between two glyphs as vectors of 784 numbers, 0 to 1; each first
/// softened (1 2 1 over 4, both ways), so that ink half a pixel aside is not lost. 0 for a blank
/// one.
[[nodiscard]] double similarityOf(const Glyph& a, const Glyph& b);

/// From here on two glyphs are taken for copies of one drawing.
inline constexpr double kLookalike = 0.97;

/// Of each glyph the one that is most alike of those with its label and of those with another, as
/// far as their similarity is at least `least`, 0.9 to 1; every pair once. First those whose labels
/// differ, then the others, each the most alike first. The same data gives the same pairs. Compares
/// all with all, on every core: a few seconds for 60,000. Tells on the caller's thread how much is
/// done, 0 to 1. Stopped, it gives nothing.
[[nodiscard]] std::vector<Lookalikes> findLookalikes(
    const Dataset& data, double least = kLookalike,
    const std::function<void(double)>& onProgress = {}, const std::stop_token& stop = {});

} // namespace digitpad
