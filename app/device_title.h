// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <QString>

namespace digitpad {

/// What a device is called everywhere in the window: "CPU", "NVIDIA H200 (cuda:0)".
[[nodiscard]] QString deviceTitle(const Device& device);

/// The same for an id, looked up among the devices there are.
[[nodiscard]] QString deviceTitle(const std::string& id, const std::vector<Device>& devices);

} // namespace digitpad
