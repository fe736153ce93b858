// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <stop_token>

namespace digitpad {

struct FoundPictures {
    QStringList files;        ///< absolute paths, in the order given, those of a folder by name
    QStringList emptyFolders; ///< folders without one picture, as given
};

/// The endings of the pictures that can be read here, lower case: "png", "jpg"...
[[nodiscard]] QStringList pictureSuffixes();

/// Files as they are, whatever their name, and in the place of a folder the files with a picture's
/// ending that are in it and below. Blocks for the disk; ends early when asked to.
[[nodiscard]] FoundPictures findPictures(const QStringList& paths, const std::stop_token& stop);

} // namespace digitpad
