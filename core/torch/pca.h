// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace digitpad {

/// The directions in which points differ most.
struct Pca {
    at::Tensor mean;       ///< of the points, [dimensions]
    at::Tensor directions; ///< [count, dimensions], of length 1, at right angles to each other
    at::Tensor along;      ///< how far the points are along them, [points, count]
};

/// points: float32 [points, dimensions]; count: at most as many as either. Found by orthogonal
/// iteration from random directions (N. Halko and others: Finding Structure with Randomness, 2011,
/// algorithm 4.4), which costs products of matrices only, however many dimensions there are. In
/// each direction the number farthest from 0 is above 0.
[[nodiscard]] Pca pca(const at::Tensor& points, std::int64_t count, std::uint64_t seed);

} // namespace digitpad
