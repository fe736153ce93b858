// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace digitpad {

/// What the class takes a digit for: everybody has a vote, and the last ones can be taken back.
class Votes {
public:
    void cast(int digit) { m_cast.push_back(digit); }
    void takeBack() { m_cast.pop_back(); }

    [[nodiscard]] std::size_t total() const { return m_cast.size(); }
    /// How many there are for each digit.
    [[nodiscard]] std::array<int, 10> counts() const;
    /// The digit with the most votes; nothing while there are none, or as many for another.
    [[nodiscard]] std::optional<int> answer() const;

private:
    std::vector<int> m_cast; ///< 0 to 9, in their order
};

} // namespace digitpad
