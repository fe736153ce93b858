// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <zlib.h>

namespace digitpad {

/// The CRC-32 of all pixels and then all labels.
inline unsigned long checksum(const Dataset& data)
{
    const auto* pixels = reinterpret_cast<const Bytef*>(data.glyphs.data());
    const uLong ofPixels =
        crc32_z(crc32_z(0, nullptr, 0), pixels, data.glyphs.size() * sizeof(Glyph));
    return crc32_z(ofPixels, data.labels.data(), data.labels.size());
}

} // namespace digitpad
