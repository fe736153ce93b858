// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <cstddef>

namespace digitpad {

/// What digits can be learnt from that lie in a file or a folder.
enum class SourceKind {
    Mnist,    ///< a folder with MNIST's four IDX files, or others of their format and names
    Strokes,  ///< a file of labelled strokes
    Pictures, ///< a folder with a subfolder of pictures for each digit
};

/// How many digits a source has, as far as can be told before they are read.
struct SourceSize {
    std::size_t training = 0;
    std::size_t test = 0; ///< 0 where it has none to be tested on

    friend bool operator==(const SourceSize&, const SourceSize&) = default;
};

/// Looks into a source; blocks, for a second where there is much. Errors: those of mnistSize,
/// readLabelledInk or listPictureFolder.
[[nodiscard]] Result<SourceSize> sourceSize(SourceKind kind, const QString& path);

} // namespace digitpad
