// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

#include <cstdint>

namespace digitpad {

/// The article's network 784 → hidden, ReLU → 10: its numbers as one block, and its four tensors as
/// views into it. A gradient has the same form.
struct SimpleNn {
    /// flat: float32 of simpleNnParameters(hiddenUnits) elements, in the order of simpleNnTensors.
    SimpleNn(at::Tensor flat, std::int64_t hiddenUnits);

    at::Tensor flat;
    at::Tensor fc1Weight; ///< [hidden, 784]
    at::Tensor fc1Bias;   ///< [hidden]
    at::Tensor fc2Weight; ///< [10, hidden]
    at::Tensor fc2Bias;   ///< [10]
};

/// Initial weights on the CPU, drawn as torch.nn.Linear draws them and in the order of the
/// article's script: after torch.manual_seed(seed) Python has the same numbers bit for bit.
[[nodiscard]] SimpleNn initialSimpleNn(std::int64_t hiddenUnits, at::Generator& random);

/// Pixels as the network takes them: out = (bytes / 255 - mean) / deviation, each step rounded to
/// float32 as torchvision's ToTensor and Normalize do. `out` is float32 of the shape of `bytes`.
void normalise(const at::Tensor& bytes, double mean, double deviation, at::Tensor& out);

} // namespace digitpad
