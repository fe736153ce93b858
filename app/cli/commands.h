// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

#include <span>

namespace digitpad {

/// One of the program's commands, a file each.
struct Command {
    const char* name;
    const char* synopsis; ///< its arguments, a line for each way of calling it
    const char* summary;  ///< a line for the list of commands; to be translated
    const char* details;  ///< what it prints and how it ends; to be translated
    std::span<const Option> options;
    bool takesFiles;
    /// Returns the exit status; throws UsageError.
    int (*run)(const Arguments& arguments);
};

extern const Command kPredict;
extern const Command kTrain;
extern const Command kEvaluate;
extern const Command kDevices;
extern const Command kDownload;
extern const Command kRuns;
extern const Command kSamples;

} // namespace digitpad
