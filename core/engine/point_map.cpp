// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/point_map.h"

#include "core/engine/neighbours.h"

#include <algorithm>

namespace digitpad {
namespace {

constexpr double kPerplexity = 5;

/// How far a point is along each direction.
std::vector<float> alongDirections(const PointMap& map, std::span<const float> point)
{
    const std::size_t dimensions = map.mean.size();
    std::vector<float> along(map.directions.size() / dimensions);
    const float* direction = map.directions.data();
    for (float& each : along) {
        double sum = 0;
        for (std::size_t i = 0; i < dimensions; ++i) {
            sum += double{point[i] - map.mean[i]} * direction[i];
        }
        each = static_cast<float>(sum);
        direction += dimensions;
    }
    return along;
}

float squaredDistance(std::span<const float> a, const float* b)
{
    float sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
}

} // namespace

Place PointMap::place(std::span<const float> point) const
{
    const std::vector<float> at = alongDirections(*this, point);
    if (method == MapOptions::Method::Pca) {
        return {.x = at[0], .y = at.size() > 1 ? at[1] : 0};
    }
    std::vector<float> probabilities(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        probabilities[i] = squaredDistance(at, along.data() + i * at.size());
    }
    const double most = static_cast<double>(places.size()) / 3;
    toNeighbourProbabilities(probabilities, std::min(kPerplexity, most));
    Place place;
    for (std::size_t i = 0; i < places.size(); ++i) {
        place.x += probabilities[i] * places[i].x;
        place.y += probabilities[i] * places[i].y;
    }
    return place;
}

} // namespace digitpad
