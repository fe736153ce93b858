// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFile;

namespace digitpad {

/// What is wrong with the bytes of a JPEG or PNG, as far as it shows before they are decoded: a
/// JPEG without its end marker (ITU-T T.81, annex B), a PNG with a chunk missing or not of its
/// CRC-32 (W3C PNG, section 5). Qt makes grey of the rest of such a JPEG and says nothing, and
/// libpng writes to standard error. Empty for other formats and for what is sound. Reads an open
/// file from its beginning, and leaves it there.
[[nodiscard]] QString pictureDamage(QFile& file);

} // namespace digitpad
