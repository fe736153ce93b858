// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/engine/model.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace digitpad {

/// A convolution without bias, followed by batch norm (S. Ioffe, C. Szegedy 2015) and ReLU.
struct ConvLayer {
    std::int64_t inputs;
    std::int64_t outputs;
    std::int64_t kernel;
    std::int64_t stride;
    std::int64_t padding;
};

/// convnet: 28×28 → 14×14 → 7×7 → 3×3, then a linear layer from 128×3×3 to eleven outputs: the ten
/// digits and "no digit".
inline constexpr std::array kConvLayers{
    ConvLayer{1, 32, 5, 2, 2},  ConvLayer{32, 64, 3, 1, 1},  ConvLayer{64, 96, 3, 2, 1},
    ConvLayer{96, 96, 3, 1, 1}, ConvLayer{96, 128, 3, 2, 0},
};
inline constexpr std::int64_t kConvFeatures = std::int64_t{128} * 3 * 3;
inline constexpr std::int64_t kConvOutputs = 11;

/// One tensor of a network.
struct NetworkTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    bool learnt = true; ///< by gradients; batch norm's running statistics are not
};

/// The tensors of a network in the order in which their numbers are kept.
/// simple-nn, as in the article's script: fc1.weight [hidden, 784], fc1.bias [hidden],
/// fc2.weight [10, hidden], fc2.bias [10].
/// convnet: for each layer convs.I.weight [outputs, inputs, kernel, kernel], norms.I.weight,
/// norms.I.bias, norms.I.running_mean and norms.I.running_var [outputs]; then fc.weight
/// [11, 1152] and fc.bias [11]. hiddenUnits does not matter to it.
[[nodiscard]] std::vector<NetworkTensor>
networkTensors(std::string_view network, std::int64_t hiddenUnits);

/// How many numbers they hold together.
[[nodiscard]] std::int64_t networkNumbers(std::string_view network, std::int64_t hiddenUnits);

/// A network as it lies in a file.
struct NetworkFile {
    std::string network = std::string(kSimpleNn); ///< simple-nn or convnet
    std::int64_t hiddenUnits = 0;                 ///< of simple-nn: 1 to 65,536
    std::vector<float> numbers{}; ///< the tensors one after the other, each row by row; finite
    std::string recipe{};         ///< a JSON object, or empty
    double mean = 0.1307;         ///< of pixels in 0..1: from the recipe, else MNIST's
    double deviation = 0.3081;    ///< likewise; above 0
};

/// Reads a .pth file; which network it is is seen from its tensors. Errors: those of openStateDict
/// and StateDictFile::read; OtherNetwork for other names or shapes; DataParallel where all names
/// begin with "module.".
[[nodiscard]] Result<NetworkFile> readNetwork(std::string_view pth);

/// The bytes of a .pth file. Mean and deviation are written as part of the recipe only.
[[nodiscard]] std::string writeNetwork(const NetworkFile& file);

} // namespace digitpad
