// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pictures/read_picture.h"

#include <QImage>
#include <QRect>

#include <optional>
#include <stop_token>

namespace digitpad {

/// The longest side of a picture kept to be shown, in pixels.
inline constexpr int kStepSide = 1280;

/// Where ink was looked for, and where there was some.
struct InkStep {
    QRect paper;     ///< in the picture's pixels
    QImage ink;      ///< a byte a pixel, 0 = paper, 255 = ink: an Indexed8 without its colours
    QRect place;     ///< of `ink`, in the picture's pixels
    double part = 0; ///< of the paper that is ink, 0 to 1
};

/// What was done with a picture before the network read it; a few megabytes at most.
struct PictureSteps {
    QImage picture; ///< as it was read, at most kStepSide pixels a side
    QSize size;     ///< what its pixels are counted in: those of the decoded picture
    /// Absent where the whole picture became the glyph as it is: by Preparation::Reference, or
    /// because it was one already.
    std::optional<InkStep> ink;
};

/// Decodes a picture and finds its ink, once more than readPicture did; blocks. `rank` is
/// Number::inkRank. Asked to stop, it gives no ink. Errors: those of loadPicture and inkIn.
[[nodiscard]] Result<PictureSteps> readSteps(
    const PictureSource& source, Preparation how, int rank = 0, const std::stop_token& stop = {});

} // namespace digitpad
