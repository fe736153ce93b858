// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/stroke.h"
#include "core/picture/prepare.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace digitpad {

/// What can be said of a picture from life; most have several.
enum class LifeKind : std::uint8_t {
    Photo,       ///< paper before a phone's camera
    Scan,        ///< paper in a scanner
    Board,       ///< chalk on a dark board, before a camera
    Screen,      ///< from a paint program
    Transparent, ///< ink on a transparent ground
    LightOnDark, ///< ink lighter than its ground
    Shadow,      ///< of a hand or a phone, or of something beside the picture
    Lamp,        ///< light that falls off from one side
    Lines,       ///< ruled paper
    Squares,     ///< squared paper
    Margin,      ///< a red line down the side
    TintedPaper, ///< paper of some colour
    Pencil,      ///< grey, grainy, faint
    ColouredPen, ///< ink of some colour
    Thin,        ///< a pen of less than a thirtieth of the digits' height
    Thick,       ///< a pen of more than a tenth of it
    Small,       ///< digits of less than a fifth of the picture's short side
    Table,       ///< the paper ends within the picture
    Tilted,      ///< seen from one side
    Blurred,     ///< out of focus
    Noisy,       ///< a sensor in low light
    Jpeg,        ///< the blocks of a strong compression
    Specks,      ///< dust, crumbs, smudges
    Coarse,      ///< less than 50 pixels high
    Fine,        ///< more than five million pixels
};
inline constexpr int kLifeKinds = 25;

/// A kind's name in English, for tables: "light on dark".
[[nodiscard]] std::string_view nameOf(LifeKind kind);

/// A picture as people have them, 8-bit red, green, blue and straight alpha row by row.
struct LifePicture {
    int width = 0;  ///< pixels
    int height = 0; ///< pixels
    std::vector<std::uint8_t> rgba;
    std::vector<LifeKind> kinds; ///< each at most once

    [[nodiscard]] PictureView view() const
    {
        return {rgba.data(), width, height, std::ptrdiff_t{4} * width};
    }
    [[nodiscard]] bool is(LifeKind kind) const { return std::ranges::count(kinds, kind) > 0; }
};

/// Shows ink, one digit or a number, the way a phone, a scanner or a paint program would: on paper
/// of some kind, in some light, with some pen, through some camera, all drawn by lot. The ink lies
/// whole in the picture and is large enough to be read by a person. The same ink and seed give the
/// same picture (up to how a machine rounds sines and exponentials). `ink` has a finite point.
[[nodiscard]] LifePicture lifePicture(const Ink& ink, std::uint64_t seed);

} // namespace digitpad
