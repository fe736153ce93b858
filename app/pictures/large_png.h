// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QImage>
#include <QString>

namespace digitpad {

/// Decodes a PNG row by row at one `reduction`th of its width and height, 1 or more: a pixel is the
/// mean of reduction × reduction of the file's, colours weighted by their alpha; what does not make
/// a whole pixel on the right and below is left out, unless there is no other. Needs memory for the
/// result and a row alone, whatever the file's depth. The result is RGBA8888; a null image where
/// the file is interlaced and has no rows until all of it is there. Colour profiles are ignored, as
/// Qt ignores them. Errors: CannotRead; Damaged, with libpng's words; OutOfMemory.
[[nodiscard]] Result<QImage> readLargePng(const QString& path, int reduction);

} // namespace digitpad
