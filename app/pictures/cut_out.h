// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pictures/read_picture.h"
#include "core/number/number.h"

#include <QByteArray>

namespace digitpad {

/// The longest side of what is cut out of a picture, in pixels.
inline constexpr int kCutSide = 256;

/// A place of the decoded picture with some of what is around it, as PNG; empty where the picture
/// cannot be read any more. Blocks.
[[nodiscard]] QByteArray cutOut(const PictureSource& source, Preparation how, const Area& place);

} // namespace digitpad
