// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <memory>

namespace digitpad {

/// Chooses OpenBLAS's kernel for this CPU through OPENBLAS_CORETYPE, unless the user has chosen
/// one. OpenBLAS 0.3.21 does not know CPUs newer than itself and falls back to SSE3 code there. It
/// reads the variable once, when it is mapped: call this first thing in main(), before any thread
/// is.
void chooseBlasKernel();

/// Whether a GPU might be there for the engine to compute on: whether the system finds the library
/// of NVIDIA's driver, without which CUDA has none. Where it does not, what is read on the CPU
/// needs no engine to find out.
[[nodiscard]] bool mayHaveGpu();

/// Loads the engine module. Takes over half a second (LibTorch and what it needs is mapped), so
/// call it off the GUI thread. The module stays loaded until the process ends.
/// Errors: EngineUnavailable, with the reason the system gives.
[[nodiscard]] Result<std::shared_ptr<const Engine>> loadEngine();

} // namespace digitpad
