// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace digitpad {

/// What is done to the weights of a copy of a model, in this order. Layers are numbered as those of
/// Inside: 1 is the first that has weights.
struct Edits {
    /// The sums of some units are multiplied: their weights, or their batch norm's, and their bias.
    struct Scaling {
        int layer = 1;
        int unit = -1;     ///< -1 for all of the layer
        double factor = 1; ///< -10 to 10; 0 switches a unit off, for its sum is 0 then

        friend bool operator==(const Scaling&, const Scaling&) = default;
    };

    /// Part of the weights of each layer that becomes 0, the smallest by their magnitude (S. Han
    /// and others: Learning both Weights and Connections for Efficient Neural Networks, 2015).
    /// 0 to 1; rounded down to whole weights. Biases and batch norm are left alone.
    double pruning = 0;
    /// What is added to every weight that is not 0 by then: nearly normal with mean 0, its
    /// deviation being this many times the root mean square of its layer's weights as they were
    /// learnt. 0 to 10.
    double noise = 0;
    std::uint64_t seed = 1;          ///< of the noise
    std::vector<Scaling> scalings{}; ///< at most 1,000
    /// What all outputs are divided by before the softmax, "no digit" among them: above 1 the
    /// network is less sure, below 1 more; which digit it reads stays. 0.01 to 100.
    double temperature = 1;

    friend bool operator==(const Edits&, const Edits&) = default;
};

/// Edits as a JSON object on one line, as they stand in the recipe of an edited model; of those
/// that do nothing there is nothing: {"pruning": 0.5}. A seed stands where there is noise.
[[nodiscard]] std::string editsToJson(const Edits& edits);

} // namespace digitpad
