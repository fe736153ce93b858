// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/reading/pickle.h"
#include "core/reading/zip.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digitpad {

/// A .pth file that was looked through but whose numbers were not read yet. It refers to the bytes
/// it was made from.
struct StateDictFile {
    std::vector<TensorEntry> tensors;
    std::vector<ZipRecord> records; ///< without the archive's name in front
    std::string_view recipe;        ///< how it was trained: our record digitpad.json; may be empty

    /// The numbers of one of `tensors`, row by row, float16, bfloat16 and float64 made float32.
    /// Errors: Damaged (a missing or short record, a number that is not finite), Unsupported.
    [[nodiscard]] Result<std::vector<float>> read(const TensorEntry& tensor) const;
};

/// Opens what torch.save(state_dict) wrote: a zip archive with data.pkl and a record for every
/// storage, of at most 256 MiB. Errors: Empty, Damaged, TooLarge, NotAStateDict, and Unsupported
/// with what to do instead for a TorchScript archive or the format before PyTorch 1.6.
[[nodiscard]] Result<StateDictFile> openStateDict(std::string_view pth);

struct NamedTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    std::span<const float> values; ///< row by row, as many as the shape says
};

/// The bytes of a .pth file that torch.load(weights_only=True) takes. `recipe` goes into a record
/// of its own, which Python does not look at, unless it is empty. The same input gives the same
/// bytes.
[[nodiscard]] std::string
writeStateDict(std::span<const NamedTensor> tensors, std::string_view recipe);

} // namespace digitpad
