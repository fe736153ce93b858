// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "core/base/error.h"
#include "core/data/dataset.h"
#include "core/engine/training.h"

#include <QCoreApplication>

#include <cstddef>
#include <optional>
#include <string>

namespace digitpad {

inline constexpr Option kDataOption = {
    "--data", "DIR",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "A folder with MNIST's IDX files, plain or gzipped; or others in that format.\n"
        "Its test files are what the network is tested on. Sources can be mixed.")};
inline constexpr Option kInkOption = {
    "--ink", "FILE.jsonl",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "Labelled drawings, one a line: {\"label\": 7, \"strokes\": [[[x, y], ...], ...]}")};
inline constexpr Option kPicturesOption = {
    "--pictures", "DIR",
    QT_TRANSLATE_NOOP(
        "CommandLine", "A folder with a subfolder of pictures for each digit, named 0 to 9.")};
inline constexpr Option kSyntheticOption = {
    "--synthetic", "N",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "This many drawn digits, made from the seed; 1 to 1000000. Without --data the test set\n"
        "is 2000 more, made from the next seed.")};
inline constexpr Option kNoDigitsOption = {
    "--no-digits", "N",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "This many drawn letters, scribbles and smudges for convnet to learn what is no digit,\n"
        "made from the seed; 1 to 1000000. Default: a quarter as many as there are digits")};

/// What to train with; each may be absent, not all.
struct DataSources {
    std::optional<std::string> mnist;    ///< a folder
    std::optional<std::string> ink;      ///< a file
    std::optional<std::string> pictures; ///< a folder
    std::size_t synthetic = 0;
    std::optional<std::size_t> noDigits;
};

/// Throws UsageError.
[[nodiscard]] DataSources chosenDataSources(const Arguments& arguments);

/// What is trained with and tested on.
struct TrainingData {
    Dataset training;
    Dataset test; ///< empty where there is none
    bool syntheticTest = false;
    std::string name; ///< recorded with the model
};

/// Reads and makes it all, one source after the other. Errors: those of the sources.
[[nodiscard]] Result<TrainingData>
readTrainingData(const DataSources& sources, const TrainingOptions& options);

} // namespace digitpad
