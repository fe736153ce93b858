// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/glyph.h"
#include "core/number/number.h"
#include "core/picture/ink_map.h"
#include "core/picture/prepare.h"

#include <QImage>
#include <QString>

namespace digitpad {

/// What is refused before a byte of it is decoded.
inline constexpr qint64 kLargestPictureFile = qint64{512} * 1024 * 1024; // bytes
inline constexpr qint64 kMostPicturePixels = 100'000'000;

/// For people: how many pixels there are, and how many are read.
[[nodiscard]] QString tooManyPixels(const QSize& size);

/// Decodes a picture file; its content decides what it is, not its suffix. For Auto it is turned as
/// its camera was held, and a large JPEG or PNG is decoded at a fraction of its size, for it will
/// be shrunk anyway; for Reference it is left exactly as it lies, as Pillow does. Of an animation,
/// the first picture. Errors: NotFound, NotAFile, Empty, CannotRead, TooLarge, NotAPicture,
/// Damaged; `file` is set.
[[nodiscard]] Result<QImage> readPictureFile(const QString& path, Preparation how);

/// How many of a file's pixels lie on a side of one pixel of the picture that readPictureFile made
/// of it; 1 where the file does not say how large it is.
[[nodiscard]] double reductionOf(const QString& path, const QImage& picture);

/// The glyph of a picture in memory. Errors: those of prepare, OutOfMemory.
[[nodiscard]] Result<Glyph> glyphOf(const QImage& picture, Preparation how);

/// Where the ink of a picture in memory is, as Preparation::Auto finds it, seen as inkOf's `rank`
/// says. Errors: Unsupported for a picture without pixels, OutOfMemory.
[[nodiscard]] Result<InkMap> inkIn(const QImage& picture, int rank);

/// The number in a picture in memory. Errors: those of readNumber, OutOfMemory.
[[nodiscard]] Result<Number> numberIn(const Model& model, const QImage& picture, Preparation how);

/// Decodes a file and makes its glyph. Errors: those of both; `file` is set.
[[nodiscard]] Result<Glyph> glyphFromFile(const QString& path, Preparation how);

} // namespace digitpad
