// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digitpad {

/// One tensor as the pickle of a state_dict describes it. Its numbers lie in a record of their own.
struct TensorEntry {
    std::string name;
    std::string storageType{};         ///< "FloatStorage"
    std::string storageKey{};          ///< the record is called data/KEY
    std::int64_t storageCount = 0;     ///< numbers in the storage
    std::int64_t offset = 0;           ///< of the first element, in numbers
    std::vector<std::int64_t> shape;   ///< at most 8 dimensions
    std::vector<std::int64_t> strides; ///< in numbers, as many as dimensions

    friend bool operator==(const TensorEntry&, const TensorEntry&) = default;
};

/// How many numbers a shape holds. The product is not checked: entries of readStateDictPickle and
/// shapes of our own do not overflow it.
[[nodiscard]] std::int64_t elementCount(std::span<const std::int64_t> shape);

/// Text from a file made fit for an error message: in quotes, short, printable ASCII; other bytes
/// are written \xNN.
[[nodiscard]] std::string inQuotes(std::string_view text);

/// Reads data.pkl of a state_dict, as torch.save writes it with any version since 1.6.
///
/// A pickle is a program that may call whatever Python can import. This machine knows only the
/// instructions and names that a state_dict is made of and refuses everything else, so a file can
/// build tensors and nothing more. It neither recurses nor allocates more than a fixed multiple of
/// the pickle's size, which is at most 1 MiB. Every entry is sure to lie inside its storage.
/// Errors: Damaged; TooLarge; Unsupported; NotAStateDict, whose detail names what is no part of
/// one.
[[nodiscard]] Result<std::vector<TensorEntry>> readStateDictPickle(std::string_view pickle);

/// data.pkl for these tensors: an OrderedDict, protocol 2, what torch.load(weights_only=True)
/// takes.
[[nodiscard]] std::string writeStateDictPickle(std::span<const TensorEntry> tensors);

} // namespace digitpad
