// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/lay_out.h"

#include "core/torch/pca.h"
#include "core/torch/tsne.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace digitpad {
namespace {

constexpr std::size_t kFewestPoints = 6;    // a third of which is a perplexity
constexpr std::size_t kMostPoints = 10'000; // t-SNE holds a number for every two of them
constexpr std::int64_t kMostDirections = 50;
constexpr int kMostSteps = 10'000;

/// The first option out of its range, with the range; empty when all are fine.
std::string
invalidOption(std::span<const float> points, std::size_t dimensions, const MapOptions& options)
{
    if (dimensions == 0 || points.size() % dimensions != 0 ||
        !std::ranges::all_of(points, [](float number) { return std::isfinite(number); })) {
        return "points: finite numbers, as many of each as there are dimensions";
    }
    const std::size_t count = points.size() / dimensions;
    if (count < kFewestPoints || count > kMostPoints) {
        return "points: 6 to 10000";
    }
    if (options.method == MapOptions::Method::Pca) {
        return {};
    }
    const double most = static_cast<double>(count) / 3;
    if (!(options.perplexity >= 2 && options.perplexity <= most)) {
        return "perplexity: 2 to a third of the points";
    }
    if (options.steps < 1 || options.steps > kMostSteps) {
        return "steps: 1 to 10000";
    }
    return {};
}

std::vector<float> numbersOf(const at::Tensor& tensor)
{
    const at::Tensor inOrder = tensor.contiguous();
    const auto* first = inOrder.data_ptr<float>();
    return {first, first + inOrder.numel()};
}

} // namespace

Result<PointMap> layOutPoints(
    std::span<const float> points, std::size_t dimensions, const MapOptions& options,
    const std::function<void(const MapProgress&)>& onProgress, const std::stop_token& stop)
{
    if (auto wrong = invalidOption(points, dimensions, options); !wrong.empty()) {
        return std::unexpected(Error{ErrorCode::InvalidOptions, std::move(wrong), {}});
    }
    const c10::InferenceMode inference;
    const auto width = static_cast<std::int64_t>(dimensions);
    const auto count = static_cast<std::int64_t>(points.size()) / width;
    // from_blob wants a pointer to what may change, but nothing writes through it.
    const at::Tensor all =
        at::from_blob(const_cast<float*>(points.data()), {count, width}, at::kFloat);
    const Pca found = pca(all, std::min({kMostDirections, count, width}), options.seed);
    PointMap map{
        .method = options.method,
        .mean = numbersOf(found.mean),
        .directions = numbersOf(found.directions),
        .along = numbersOf(found.along)};
    const std::size_t directions = map.along.size() / static_cast<std::size_t>(count);
    for (auto along = map.along.begin(); along != map.along.end();
         along += static_cast<std::ptrdiff_t>(directions)) {
        map.places.push_back({.x = along[0], .y = directions > 1 ? along[1] : 0});
    }
    if (options.method == MapOptions::Method::TSne) {
        layOutByTsne(found.along, options, map.places, onProgress, stop);
    }
    return map;
}

} // namespace digitpad
