// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/tsne.h"

#include "core/engine/neighbours.h"
#include "core/torch/map_forces.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

namespace digitpad {
namespace {

// The first quarter of the steps pulls neighbours together this much harder, which forms the
// clusters (van der Maaten and Hinton took 4 for 50 steps); what follows moves them apart. With the
// step size n / 12 and a start from the PCA: A. Belkina and others: Automated Optimized Parameters
// for t-Distributed Stochastic Neighbor Embedding, 2019.
constexpr float kExaggeration = 12;
constexpr int kExaggeratedPart = 4;
constexpr float kSmallestStep = 200;
constexpr float kStartDeviation = 1e-4F;
constexpr double kLeastProbability = 1e-12;
constexpr std::int64_t kRowsAtOnce = 16;

/// How likely two points are to be neighbours, [points, points], symmetric; sums to 1.
at::Tensor
neighbourProbabilities(const at::Tensor& points, double perplexity, const std::stop_token& stop)
{
    const std::int64_t count = points.size(0);
    const at::Tensor squares = points.square().sum(1);
    at::Tensor rows = at::addmm(squares, points, points.t(), 1, -2)
                          .add_(squares.unsqueeze(1))
                          .clamp_min_(0)
                          .contiguous();
    auto* numbers = rows.data_ptr<float>();
    at::parallel_for(0, count, kRowsAtOnce, [&](std::int64_t first, std::int64_t end) {
        for (std::int64_t i = first; i < end && !stop.stop_requested(); ++i) {
            // A point is no neighbour of its own: it is swapped out of its row's end and back.
            float* row = numbers + i * count;
            std::swap(row[i], row[count - 1]);
            const auto others = static_cast<std::size_t>(count) - 1;
            toNeighbourProbabilities({row, others}, perplexity);
            row[count - 1] = 0;
            std::swap(row[i], row[count - 1]);
        }
    });
    return (rows + rows.t()).div_(2.0 * static_cast<double>(count)).clamp_min_(kLeastProbability);
}

/// Gradient descent with momentum, and a step size for each coordinate that grows while it keeps
/// its direction (R. Jacobs 1988).
class Descent {
public:
    explicit Descent(std::size_t points)
        : m_size(std::max(static_cast<float>(points) / kExaggeration, kSmallestStep)),
          m_speeds(2 * points),
          m_gains(2 * points, 1)
    {
    }

    /// How far coordinate `index` moves.
    float move(std::size_t index, float gradient, float momentum)
    {
        float& gain = m_gains[index];
        float& speed = m_speeds[index];
        gain = (gradient > 0) == (speed > 0) ? std::max(0.8F * gain, 0.01F) : gain + 0.2F;
        speed = momentum * speed - m_size * gain * gradient;
        return speed;
    }

private:
    float m_size;
    std::vector<float> m_speeds;
    std::vector<float> m_gains;
};

/// The points' coordinates, each by itself.
struct Coordinates {
    std::vector<float> xs;
    std::vector<float> ys;
};

float mean(std::span<const float> numbers)
{
    double sum = 0;
    for (const float number : numbers) {
        sum += number;
    }
    return static_cast<float>(sum / static_cast<double>(numbers.size()));
}

/// Around 0, and so close together that the start decides on directions only.
Coordinates startFrom(const std::vector<Place>& places)
{
    Coordinates at;
    double squares = 0;
    for (const Place& place : places) {
        at.xs.push_back(place.x);
        at.ys.push_back(place.y);
        squares += double{place.x} * place.x;
    }
    const auto deviation =
        static_cast<float>(std::sqrt(squares / static_cast<double>(places.size())));
    const float scale = deviation > 0 ? kStartDeviation / deviation : 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        at.xs[i] *= scale;
        at.ys[i] *= scale;
    }
    return at;
}

std::vector<MapForces> forces(const at::Tensor& probabilities, const Coordinates& at)
{
    std::vector<MapForces> forces(at.xs.size());
    const auto* rows = probabilities.data_ptr<float>();
    const auto count = static_cast<std::int64_t>(forces.size());
    at::parallel_for(0, count, kRowsAtOnce, [&](std::int64_t first, std::int64_t end) {
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(end); ++i) {
            forces[i] = forcesOn(i, {rows + i * forces.size(), forces.size()}, at.xs, at.ys);
        }
    });
    return forces;
}

void takeStep(const at::Tensor& probabilities, Coordinates& at, Descent& descent, bool isEarly)
{
    const std::vector<MapForces> acting = forces(probabilities, at);
    const float exaggeration = isEarly ? kExaggeration : 1;
    const float momentum = isEarly ? 0.5F : 0.8F;
    double weights = 0; // of every pair, which a point is not with itself
    for (const MapForces& each : acting) {
        weights += each.weights - 1;
    }
    const auto part = static_cast<float>(1 / weights);
    // A quarter of the derivative of the Kullback-Leibler divergence; the rest is in the step size.
    for (std::size_t i = 0; i < acting.size(); ++i) {
        const MapForces& on = acting[i];
        at.xs[i] +=
            descent.move(2 * i, exaggeration * on.attractionX - part * on.repulsionX, momentum);
        at.ys[i] +=
            descent.move(2 * i + 1, exaggeration * on.attractionY - part * on.repulsionY, momentum);
    }
    const float middleX = mean(at.xs);
    const float middleY = mean(at.ys);
    for (std::size_t i = 0; i < acting.size(); ++i) {
        at.xs[i] -= middleX;
        at.ys[i] -= middleY;
    }
}

} // namespace

void layOutByTsne(
    const at::Tensor& points, const MapOptions& options, std::vector<Place>& places,
    const std::function<void(const MapProgress&)>& onProgress, const std::stop_token& stop)
{
    const at::Tensor probabilities = neighbourProbabilities(points, options.perplexity, stop);
    Coordinates at = startFrom(places);
    Descent descent(places.size());
    for (int step = 0; step < options.steps && !stop.stop_requested(); ++step) {
        takeStep(probabilities, at, descent, step < options.steps / kExaggeratedPart);
        for (std::size_t i = 0; i < places.size(); ++i) {
            places[i] = {.x = at.xs[i], .y = at.ys[i]};
        }
        if (onProgress) {
            onProgress({.step = step + 1, .steps = options.steps, .places = places});
        }
    }
}

} // namespace digitpad
