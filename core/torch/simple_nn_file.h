// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace digitpad {

/// One tensor of simple-nn.
struct SimpleNnTensor {
    const char* name;
    std::vector<std::int64_t> shape;
};

/// simple-nn's tensors, named as in the article's script and in its order: fc1.weight [hidden,
/// 784], fc1.bias [hidden], fc2.weight [10, hidden], fc2.bias [10].
[[nodiscard]] std::array<SimpleNnTensor, 4> simpleNnTensors(std::int64_t hiddenUnits);

/// How many numbers they hold together.
[[nodiscard]] std::int64_t simpleNnParameters(std::int64_t hiddenUnits);

/// A simple-nn as it lies in a file.
struct SimpleNnFile {
    std::int64_t hiddenUnits = 0;    ///< 1 to 65,536
    std::vector<float> parameters{}; ///< the tensors one after the other, each row by row; finite
    std::string recipe{};            ///< a JSON object, or empty
    double mean = 0.1307;            ///< of pixels in 0..1: from the recipe, else MNIST's
    double deviation = 0.3081;       ///< likewise; above 0
};

/// Reads a .pth file. Errors: those of openStateDict and StateDictFile::read; OtherNetwork for
/// other names or shapes; DataParallel where all names begin with "module.".
[[nodiscard]] Result<SimpleNnFile> readSimpleNn(std::string_view pth);

/// The bytes of a .pth file. Mean and deviation are written as part of the recipe only.
[[nodiscard]] std::string writeSimpleNn(const SimpleNnFile& file);

} // namespace digitpad
