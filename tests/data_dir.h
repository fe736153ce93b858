// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>

namespace digitpad::tests {

/// The folder with mnist/ and pen-digits/: the environment's DIGITPAD_DATA_DIR, else the one that
/// was configured. It may not exist; a test that needs it skips then, with that as its reason.
inline std::filesystem::path dataDir()
{
    const char* chosen = std::getenv("DIGITPAD_DATA_DIR");
    return chosen != nullptr ? chosen : DIGITPAD_DATA_DIR;
}

} // namespace digitpad::tests
