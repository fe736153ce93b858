// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace digitpad {

/// One file inside a zip archive, as it lies there.
struct ZipRecord {
    std::string name;
    std::string_view data;
    bool compressed = false;
};

/// Lists what a zip archive holds, in the order of its directory. `bytes` must outlive the result.
///
/// At most 10,000 records. Nothing is decompressed, since torch.save stores: so no file can grow
/// while it is read. Every offset and length is checked against the bytes there are, and the CRC-32
/// of every stored record; 0 stands for one that was not computed
/// (torch.serialization.set_crc32_options(False)). ZIP64 is needed from 4 GiB on only and refused.
/// Errors: Damaged, Unsupported (encrypted), TooLarge.
[[nodiscard]] Result<std::vector<ZipRecord>> readZip(std::string_view bytes);

/// A zip archive of these records, stored, in their order, each one's data starting at a multiple
/// of 64 bytes as PyTorch has it, so that it may be mapped. No time or other variable thing goes
/// in: the same records give the same bytes. All of it together stays below 4 GiB.
[[nodiscard]] std::string writeZip(const std::vector<ZipRecord>& records);

} // namespace digitpad
