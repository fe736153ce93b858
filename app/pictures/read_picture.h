// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/glyph.h"
#include "core/number/number.h"
#include "core/picture/prepare.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <optional>
#include <stop_token>
#include <vector>

namespace digitpad {

class Model;

/// The longest side of a thumbnail, in pixels: sharp at 80 pixels and a pixel ratio of two.
inline constexpr int kThumbnailSide = 160;

/// Where a picture is: in a file or, dropped or pasted, in memory.
struct PictureSource {
    QString path;   ///< absolute; empty for a picture in memory
    QImage image;   ///< until it is read for the first time
    QByteArray png; ///< the same from then on, for screenshots are large
};

struct PictureRequest {
    int row = 0; ///< comes back in the answer
    PictureSource source;
};

struct PictureAnswer {
    int row = 0;
    QByteArray thumbnail;      ///< JPEG or PNG; empty where the picture was not decoded
    QByteArray png;            ///< of a picture that came as PictureSource::image
    std::vector<Glyph> glyphs; ///< of each digit; without a model of the whole; none with an error
    std::optional<Number> number; ///< absent without a model, or with an error
    std::optional<Error> error;
};

/// Decodes the picture; blocks. Errors: those of readPictureFile; OutOfMemory, TooLarge.
[[nodiscard]] Result<QImage> loadPicture(const PictureSource& source, Preparation how);

/// Decodes and reads one picture; blocks for all of it. Without a model it ends at the glyph. Asked
/// to stop, it leaves out what it has not begun. Errors: those of readPictureFile, glyphOf and
/// numberIn.
[[nodiscard]] PictureAnswer readPicture(
    const PictureRequest& request, Preparation how, const Model* model,
    const std::stop_token& stop = {});

} // namespace digitpad
