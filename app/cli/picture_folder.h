// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/chosen_model.h"
#include "core/base/error.h"
#include "core/data/dataset.h"
#include "core/picture/prepare.h"

#include <string>
#include <vector>

namespace digitpad {

/// Says what lies in the folder besides.
void sayIgnored(const std::vector<std::string>& ignored);

/// Reads a folder of labelled pictures to be tested with, as readPictures does. What cannot be
/// read, and what is no subfolder of a digit, is said on standard error and left out; the former is
/// noted in `status`. Errors: those of listPictureFolder.
[[nodiscard]] Result<Dataset>
readPictureFolder(const LoadingModel& model, const std::string& name, Preparation how, int& status);

} // namespace digitpad
