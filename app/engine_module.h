// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <memory>

namespace digitpad {

/// Loads the engine module, with the BLAS kernel chosen for this CPU first. Takes over half a second
/// (LibTorch and what it needs is mapped), so call it off the GUI thread. The module stays loaded
/// until the process ends. Errors: EngineUnavailable, with the reason the system gives.
[[nodiscard]] Result<std::shared_ptr<const Engine>> loadEngine();

} // namespace digitpad
