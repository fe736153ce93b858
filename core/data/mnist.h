// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/dataset.h"

#include <cstddef>
#include <filesystem>
#include <stop_token>

namespace digitpad {

/// Reads the training half of a folder with MNIST's files under their published names
/// (train-images-idx3-ubyte, train-labels-idx1-ubyte), each plain or with `.gz`; also found in the
/// `MNIST/raw` subfolder, where torchvision stores them. Asked to stop, it gives an empty dataset.
/// Errors: as readIdx; NotFound names the file that is missing.
[[nodiscard]] Result<Dataset>
readMnistTraining(const std::filesystem::path& folder, const std::stop_token& stop = {});

/// The same for the test half (t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte).
[[nodiscard]] Result<Dataset>
readMnistTest(const std::filesystem::path& folder, const std::stop_token& stop = {});

/// Whether the folder holds any of the test half's files.
[[nodiscard]] bool hasMnistTest(const std::filesystem::path& folder);

/// How many digits a folder holds.
struct MnistSize {
    std::size_t training = 0;
    std::size_t test = 0; ///< 0 where there is no test half

    friend bool operator==(const MnistSize&, const MnistSize&) = default;
};

/// What the headers of the folder's files say; quick, because it reads nothing else. Errors: those
/// of countIdx; NotFound names the file that is missing.
[[nodiscard]] Result<MnistSize> mnistSize(const std::filesystem::path& folder);

} // namespace digitpad
