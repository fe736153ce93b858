// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "core/engine/engine.h"

#include <QCoreApplication>

#include <future>
#include <memory>

namespace digitpad {

// The options of every command that reads digits.
inline constexpr Option kModelOption = {
    "--model", "FILE",
    QT_TRANSLATE_NOOP(
        "CommandLine", "The model, a .pth file. Without it: the one that Digitpad carries.")};
inline constexpr Option kDeviceOption = {
    "--device", "D",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "Where to compute: cpu, cuda:0, cuda:1, ... or auto: the first GPU, else the CPU.\n"
        "“digitpad devices” lists those there are. Default: auto")};

/// What --device names; throws UsageError for what no device is ever called.
[[nodiscard]] std::string chosenDevice(const Arguments& arguments);

using LoadingModel = std::shared_future<Result<std::shared_ptr<const Model>>>;

/// Loads, on a thread of its own, the network that --model names, on the device that --device
/// names; and the engine, unless that can only be the CPU. Errors: those of loadEngine and
/// loadModelFile. `arguments` must outlive it.
[[nodiscard]] LoadingModel loadChosenModel(const Arguments& arguments, const std::string& device);

} // namespace digitpad
