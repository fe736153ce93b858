// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/edits.h"
#include "core/reading/network_file.h"

namespace digitpad {

/// The network with its numbers changed; its recipe stays. Errors: InvalidOptions, naming the edit
/// that is out of its range, and where scalings upon scalings leave float32's.
[[nodiscard]] Result<NetworkFile> edited(NetworkFile network, const Edits& edits);

} // namespace digitpad
