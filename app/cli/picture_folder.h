// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/chosen_model.h"
#include "core/base/error.h"
#include "core/data/dataset.h"
#include "core/picture/prepare.h"

#include <string>

namespace digitpad {

/// Reads a folder of labelled pictures, with a subfolder for each digit, as readPictures does. What
/// cannot be read, and what is no such subfolder, is said on standard error and left out; the
/// former is noted in `status`. Errors: CannotRead; Unsupported where there is no picture.
[[nodiscard]] Result<Dataset> readPictureFolder(
    const std::string& name, Preparation how, int& status, const LoadingModel* model = nullptr);

} // namespace digitpad
