// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <random>

namespace digitpad {

/// Numbers made of a generator's raw output: the same on every machine, which the standard
/// library's distributions do not promise.
class Chance {
public:
    explicit Chance(std::mt19937_64& random) : m_random(random) {}

    /// Evenly from 0 to below 1.
    double fraction() { return static_cast<double>(m_random() >> 11) * 0x1.0p-53; }
    double between(double low, double high) { return low + (high - low) * fraction(); }
    /// Nearly normal, mean 0, never beyond 3.5 deviations: the sum of four even numbers.
    double around(double deviation)
    {
        double sum = 0;
        for (int i = 0; i < 4; ++i) {
            sum += fraction(); // one after another: the order within an expression is anybody's
        }
        return (sum - 2) * std::sqrt(3.0) * deviation;
    }
    /// One of 0 to end - 1; end is at least 1.
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(m_random() % end); }
    /// From `least` to `most`, both included.
    int wholeBetween(int least, int most)
    {
        const auto count = static_cast<std::size_t>(most) - static_cast<std::size_t>(least) + 1;
        return least + static_cast<int>(below(count));
    }
    /// True in that part of all cases.
    bool isSo(double part) { return fraction() < part; }

private:
    std::mt19937_64& m_random;
};

} // namespace digitpad
