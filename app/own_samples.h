// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/sample_record.h"
#include "core/base/error.h"
#include "core/data/dataset.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace digitpad {

/// Own samples to learn from.
struct OwnSamples {
    std::string database; ///< the file they are in
    SampleFilter filter{};
    /// Each is learnt from as it is, and then varied a little, up to kMostCopies times, until there
    /// are about this many glyphs.
    std::size_t glyphs = 0;

    friend bool operator==(const OwnSamples&, const OwnSamples&) = default;
};

inline constexpr std::size_t kMostCopies = 40;
/// From this many samples on, some are kept aside.
inline constexpr std::size_t kFewestToKeepAside = 25;

/// Own samples as a run uses them.
struct OwnDigits {
    Dataset learnt;          ///< copies included
    Dataset kept;            ///< never learnt from; empty where there are too few
    std::size_t samples = 0; ///< in `learnt`, without their copies
};

/// About every fifth sample is kept aside, by what its glyph looks like: the same ones each time,
/// whatever samples come and go and whatever their labels. The copies are varied from the seed.
[[nodiscard]] OwnDigits
splitSamples(const Dataset& samples, std::size_t glyphs, std::uint64_t seed);

/// Errors: those of readSamples; NoSamples.
[[nodiscard]] Result<OwnDigits> readOwnSamples(const OwnSamples& own, std::uint64_t seed);

} // namespace digitpad
