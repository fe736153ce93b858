// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"

#include <array>
#include <cstdint>
#include <random>
#include <string_view>

namespace digitpad {

/// What happens to digits between the pen and the network.
enum class Corruption : std::uint8_t {
    Rotation, ///< up to 25 degrees at strength 1
    Shear,    ///< up to 0.4 pixels sideways for each pixel of height
    Scale,    ///< each side by itself, by up to a factor 1.4 either way
    Shift,    ///< up to 4 pixels
    Elastic,  ///< bent smoothly, up to 2 pixels (P. Simard and others 2003)
    PenWidth, ///< thinner or thicker by up to 1 pixel on each side
    Gaps,     ///< up to 3 breaks in the strokes, 1 to 2.5 pixels wide
    Blobs,    ///< up to 3 stains, of radius 1 to 2.5 pixels
    Lines,    ///< straight, dotted or zigzag lines that are not the digit's
    Noise,    ///< normal, of a standard deviation of up to 80 grey levels
    Specks,   ///< up to 15 % of the pixels black or white
    Blur,     ///< smeared along a line of up to 7 pixels
    Ground,   ///< an uneven light: up to 120 grey levels on one side, none on the other
    Fog,      ///< smooth clouds of up to 160 grey levels, over ink that fades
    Outline,  ///< the edges of the strokes alone
    Stripe,   ///< light and dark change places on one side of a line
};

inline constexpr std::array kCorruptions{
    Corruption::Rotation, Corruption::Shear,    Corruption::Scale,   Corruption::Shift,
    Corruption::Elastic,  Corruption::PenWidth, Corruption::Gaps,    Corruption::Blobs,
    Corruption::Lines,    Corruption::Noise,    Corruption::Specks,  Corruption::Blur,
    Corruption::Ground,   Corruption::Fog,      Corruption::Outline, Corruption::Stripe};

/// Its name in options and tables: "rotation", "pen-width".
[[nodiscard]] std::string_view nameOf(Corruption corruption);

/// The glyph after one corruption. strength: 0 = unchanged, 1 = as the list above says; how much of
/// it is drawn from `random`: for Rotation to Shift and PenWidth from minus to plus the limit, for
/// the others from half to whole. The same random state gives the same glyph.
[[nodiscard]] Glyph
corrupted(const Glyph& glyph, Corruption corruption, double strength, std::mt19937_64& random);

/// How training glyphs are varied: for each corruption how often it is applied and how strongly.
struct Augmentation {
    struct Part {
        double share = 0;    ///< of the glyphs, 0 to 1
        double strength = 0; ///< the most, 0 to 2; what is used lies between 0 and that
    };
    std::array<Part, kCorruptions.size()> parts{};

    [[nodiscard]] Part& operator[](Corruption corruption)
    {
        return parts[static_cast<std::size_t>(corruption)];
    }
    [[nodiscard]] const Part& operator[](Corruption corruption) const
    {
        return parts[static_cast<std::size_t>(corruption)];
    }
    [[nodiscard]] bool any() const;
};

/// What `convnet` is trained with.
[[nodiscard]] Augmentation strongAugmentation();

/// One glyph varied. Rotation, Shear, Scale, Shift and Elastic are done in one resampling, so that
/// the glyph is blurred but once. The same seed gives the same glyph.
[[nodiscard]] Glyph
augmented(const Glyph& glyph, const Augmentation& augmentation, std::uint64_t seed);

} // namespace digitpad
