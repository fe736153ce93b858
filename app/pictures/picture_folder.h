// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/dataset.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace digitpad {

/// Labelled pictures: the files of a folder's subfolders 0 to 9, sorted by name.
struct PictureFolder {
    std::vector<std::string> files;
    std::vector<std::uint8_t> labels;
    std::vector<std::string> ignored; ///< what else lies in the folder
};

/// Looks into the folder; hidden files are none. Errors: NotFound, CannotRead; Unsupported where
/// there is no picture.
[[nodiscard]] Result<PictureFolder> listPictureFolder(const std::string& folder);

struct LabelledPictures {
    Dataset digits;
    std::vector<Error> unread;        ///< one for each file that is not among the digits
    std::vector<std::string> ignored; ///< as PictureFolder
};

/// Reads such a folder to learn from, each picture as one digit, on all cores. Asked to stop, it
/// gives something that is not whole. Errors: those of listPictureFolder.
[[nodiscard]] Result<LabelledPictures>
readLabelledPictures(const std::string& folder, const std::stop_token& stop = {});

} // namespace digitpad
