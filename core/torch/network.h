// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading/network_file.h"

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace digitpad {

/// A network's numbers as one block, and its tensors as views into it. A gradient has the same
/// form.
struct Network {
    /// flat: float32 of networkNumbers(kind, hiddenUnits) elements.
    Network(std::string kind, std::int64_t hiddenUnits, at::Tensor flat);

    std::string kind; ///< simple-nn or convnet
    std::int64_t hiddenUnits;
    at::Tensor flat;
    std::vector<at::Tensor> tensors; ///< in the order of networkTensors
};

/// Initial weights on the CPU. simple-nn's are drawn as torch.nn.Linear draws them and in the order
/// of the article's script: after torch.manual_seed(seed) Python has the same numbers bit for bit.
/// convnet's convolutions are drawn for ReLU (K. He and others 2015).
[[nodiscard]] Network
initialNetwork(const std::string& kind, std::int64_t hiddenUnits, at::Generator& random);

/// Copies numbers into a float32 tensor of as many, on any device.
void setNumbers(const at::Tensor& tensor, const std::vector<float>& numbers);

/// The outputs before the softmax, [n, 10] or for convnet [n, 11], of pixels [n, 784] as normalise
/// makes them, in training: with the batch's own statistics, whose running means are updated.
/// `tensors` are a network's; what is computed can be differentiated by them.
[[nodiscard]] at::Tensor trainingLogits(
    const std::string& kind, std::span<const at::Tensor> tensors, const at::Tensor& pixels);

/// The tensors to read with: batch norm folded into the convolutions, weights lying as the products
/// want them.
[[nodiscard]] std::vector<at::Tensor> tensorsForReading(const Network& network);

/// As trainingLogits, with the tensors of tensorsForReading.
[[nodiscard]] at::Tensor readingLogits(
    const std::string& kind, std::span<const at::Tensor> tensors, const at::Tensor& pixels);

/// Pixels as the network takes them: out = (bytes / 255 - mean) / deviation, each step rounded to
/// float32 as torchvision's ToTensor and Normalize do. `out` is float32 of the shape of `bytes`.
void normalise(const at::Tensor& bytes, double mean, double deviation, at::Tensor& out);

} // namespace digitpad
