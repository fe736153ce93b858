// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace digitpad {

/// Whether the program's first argument asks for the command line rather than the window: predict,
/// train, evaluate, runs, samples, download, devices, --help (-h) or --version.
[[nodiscard]] bool isCommand(std::string_view firstArgument);

/// Runs the command that argv[1] names; isCommand(argv[1]) must hold. Needs a QCoreApplication, and
/// no display. Standard output is for machines (English, C locale), standard error for people
/// (translated). Returns the exit status: 0 when all went well, 1 when something could not be
/// read, computed or written, 2 for wrong usage, 128 + the signal's number when one stopped it.
[[nodiscard]] int runCommandLine(int argc, char** argv);

} // namespace digitpad
