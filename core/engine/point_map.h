// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace digitpad {

/// Where a point lies on a map.
struct Place {
    float x = 0;
    float y = 0;

    friend bool operator==(const Place&, const Place&) = default;
};

struct MapOptions {
    enum class Method {
        Pca, ///< the two directions in which the points differ most (K. Pearson 1901)
        TSne ///< neighbours stay neighbours (L. van der Maaten, G. Hinton: Visualizing Data using
             ///< t-SNE, 2008), starting from the PCA (D. Kobak, P. Berens 2019)
    };

    Method method = Method::TSne;
    // Of t-SNE:
    double perplexity = 30; ///< how many neighbours count, 2 to a third of the points
    int steps = 500;        ///< of gradient descent, 1 to 10,000
    /// Of the directions that PCA starts to look from. The map hardly depends on it.
    std::uint64_t seed = 1;
};

struct MapProgress {
    int step = 0; ///< done, 1 to `steps`
    int steps = 0;
    std::span<const Place> places; ///< where the points lie now; until the callback returns
};

/// Points of many dimensions laid out on a plane, around 0. The unit of length is as it comes.
struct PointMap {
    std::vector<Place> places{}; ///< one for each point

    // What placing another point takes:
    MapOptions::Method method = MapOptions::Method::Pca;
    std::vector<float> mean{};       ///< of the points, [dimensions]
    std::vector<float> directions{}; ///< in which they differ most, [at most 50, dimensions]
    std::vector<float> along{};      ///< how far the points are along them, [points, directions]

    /// Where a point that was not among them belongs: along the first two directions; with t-SNE
    /// among the places of those that are its neighbours along all of them, by the same
    /// probabilities, with a perplexity of 5. Quick enough to follow a pen. `point` has as many
    /// numbers as `mean`.
    [[nodiscard]] Place place(std::span<const float> point) const;
};

} // namespace digitpad
