// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <c10/core/Device.h>

#include <string>
#include <vector>

namespace digitpad {

/// The CPU, then every CUDA device that LibTorch can use.
[[nodiscard]] std::vector<Device> listDevices();

[[nodiscard]] CpuFacts cpuFacts();

/// The device of an id of listDevices(), or of "auto": the first GPU, else the CPU.
/// Errors: NoSuchDevice, listing those there are.
[[nodiscard]] Result<c10::Device> findDevice(const std::string& id);

/// "LibTorch 1.13.0", and the version of the CUDA runtime where it has one.
[[nodiscard]] std::string torchVersion();

} // namespace digitpad
