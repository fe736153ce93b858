// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/dataset.h"
#include "core/ink/stroke.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digitpad {

/// Bytes of the longest line that is read.
inline constexpr std::size_t kLongestInkLine = std::size_t{64} * 1024 * 1024;

/// One drawing of a labelled ink file.
struct InkSample {
    std::size_t line = 0;     ///< its line in the file, from 1
    std::optional<int> label; ///< 0 to 9, where the line has one
    std::string writer;       ///< who drew it, so that people can be kept apart; empty if unsaid
    Ink ink;
};

struct InkFile {
    std::vector<InkSample> samples;
    std::vector<Error>
        damagedLines; ///< one for each line that is not a drawing; file is "FILE:LINE"
};

/// What becomes of a drawing's label: a digit is expected, or it may be anything and is not looked
/// at, since whoever reads drawings has no use for it.
enum class InkLabels : std::uint8_t { Digits, Ignored };

/// Reads one line of labelled ink: {"label": 7, "strokes": [[[x, y], ...], ...]}; "label" may be
/// absent or null, a string "writer" is kept, other keys are ignored, points may carry further
/// numbers after x and y. Errors: Damaged (what is wrong, at which byte of the line); TooLarge for
/// more than 64 MiB or a million points.
[[nodiscard]] Result<InkSample>
parseInkSample(std::string_view line, InkLabels labels = InkLabels::Digits);

/// Reads a file of such lines (JSON Lines, UTF-8, plain or gzipped; blank lines are skipped).
/// A damaged line (BadLine, or TooLarge) does not keep the others from being read. Errors: those of
/// ByteSource; TooLarge for more than 10,000 damaged lines, which is some other kind of file.
[[nodiscard]] Result<InkFile>
readInkFile(const std::filesystem::path& file, InkLabels labels = InkLabels::Digits);

/// Reads a file to learn or be tested with: every sample has its label. Errors: those of
/// readInkFile; the first damaged line's; BadLine for the first sample without a label.
[[nodiscard]] Result<std::vector<InkSample>> readLabelledInk(const std::filesystem::path& file);

/// The samples as renderInk draws them; all have labels.
[[nodiscard]] Dataset renderSamples(std::span<const InkSample> samples);

} // namespace digitpad
