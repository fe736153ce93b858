// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/model.h"
#include "core/reading/network_file.h"

#include <cstddef>
#include <limits>
#include <memory>
#include <string_view>

namespace digitpad {

/// As many threads as the machine has cores.
inline constexpr std::size_t kAllCores = std::numeric_limits<std::size_t>::max();

/// A network that reads on the CPU (Model::info().device is "cpu"), without LibTorch; many glyphs
/// on several threads, `mostThreads` at most. What one core has read before a second thread has
/// begun, it reads alone: 16 glyphs with convnet, 256 with simple-nn.
/// May throw std::bad_alloc.
[[nodiscard]] std::shared_ptr<const Model>
readingModel(NetworkFile network, std::size_t mostThreads = kAllCores);

/// The same of the bytes of a .pth file, of which none is trusted. Errors: those of readNetwork,
/// OutOfMemory.
[[nodiscard]] Result<std::shared_ptr<const Model>> loadForReading(std::string_view pth);

} // namespace digitpad
