// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/pca.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <tuple>

namespace digitpad {
namespace {

constexpr std::int64_t kMore = 10; // directions beyond those wanted, which the last ones need
constexpr int kRounds = 6;

at::Tensor orthonormal(const at::Tensor& columns)
{
    return std::get<0>(at::linalg_qr(columns));
}

} // namespace

Pca pca(const at::Tensor& points, std::int64_t count, std::uint64_t seed)
{
    const at::Tensor mean = points.mean(0);
    const at::Tensor centred = points - mean;
    const std::int64_t width = std::min({count + kMore, points.size(0), points.size(1)});
    auto random = at::detail::createCPUGenerator(seed);
    at::Tensor basis = orthonormal(at::randn({points.size(1), width}, random, at::kFloat));
    for (int i = 0; i < kRounds; ++i) {
        basis = orthonormal(centred.t().mm(centred.mm(basis)));
    }
    // Within the space they span, exactly; in ascending order.
    const at::Tensor inside = centred.mm(basis);
    const at::Tensor axes = std::get<1>(at::linalg_eigh(inside.t().mm(inside).to(at::kDouble)));
    const at::Tensor wanted = axes.flip(1).narrow(1, 0, count).to(at::kFloat);
    at::Tensor directions = basis.mm(wanted).t();
    const at::Tensor farthest = directions.gather(1, directions.abs().argmax(1, true));
    directions = (directions * farthest.sign()).contiguous();
    return {.mean = mean, .directions = directions, .along = centred.mm(directions.t())};
}

} // namespace digitpad
