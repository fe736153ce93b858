// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/dataset.h"

#include <cstddef>
#include <filesystem>
#include <stop_token>

namespace digitpad {

/// Reads a pair of IDX files (the format of MNIST, described by LeCun, Cortes and Burges:
/// big-endian magic 0x00000803 with count, rows, columns and one byte a pixel; magic 0x00000801
/// with count and one byte a label), plain or gzipped, told apart by their first bytes.
///
/// Checked: magic, 28×28, exact length, labels 0 to 9, as many labels as images, at most 10
/// million. Asked to stop, it gives an empty dataset. Errors: NotFound, NotAFile, Empty,
/// CannotRead, Damaged (file, byte, expected and found), TooLarge.
[[nodiscard]] Result<Dataset> readIdx(
    const std::filesystem::path& images, const std::filesystem::path& labels,
    const std::stop_token& stop = {});

/// How many labelled images a pair of IDX files says it holds: reads no more than their headers, so
/// what follows may still be damaged. Checks and errors: as readIdx, as far as the headers go.
[[nodiscard]] Result<std::size_t>
countIdx(const std::filesystem::path& images, const std::filesystem::path& labels);

} // namespace digitpad
