// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace digitpad {

/// "Draw me a 4 that it reads as 9."
struct FoolTask {
    int drawn = 0;
    int readAs = 0;

    friend bool operator==(const FoolTask&, const FoolTask&) = default;
};

inline constexpr std::size_t kFoolTasks = 20; ///< as many there are

/// Tasks that can be done, none twice; which, and in what order, is up to the seed. `count`: at
/// most kFoolTasks.
[[nodiscard]] std::vector<FoolTask> foolTasks(std::size_t count, std::uint64_t seed);

} // namespace digitpad
