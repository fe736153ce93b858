// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/own_samples.h"
#include "core/base/error.h"
#include "core/data/dataset.h"
#include "core/engine/training.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace digitpad {

/// What to learn from: a mix of these; each may be absent, not all.
struct DataSources {
    std::optional<std::string> mnist;    ///< a folder; its test half is the test data
    std::size_t mnistDigits = 0;         ///< of its others so many, by the options' seed; 0: all
    std::optional<std::string> ink;      ///< a file of labelled strokes
    std::size_t photographed = 0;        ///< pictures drawn of the ink, from the options' seed
    std::optional<std::string> pictures; ///< a folder with a subfolder of pictures for each digit
    std::size_t synthetic = 0;           ///< digits drawn from the options' seed
    std::size_t syntheticTest =
        0; ///< more from the next seed: the test data where there is no MNIST
    std::optional<OwnSamples> samples{}; ///< some are kept aside: see TrainingData::own
    /// For convnet, what is no digit, drawn from the seed; absent: a quarter as many as digits.
    std::optional<std::size_t> noDigits;

    friend bool operator==(const DataSources&, const DataSources&) = default;
};

/// Whether it names anything.
[[nodiscard]] bool isAny(const DataSources& sources);

/// How many glyphs there are of what.
struct DataCounts {
    std::size_t digits = 0; ///< to learn from
    std::size_t none = 0;   ///< to learn from, too, but no digits
    std::size_t test = 0;   ///< digits to be tested on
    std::size_t own = 0;    ///< samples of TrainingData::own
    bool ownIsLearnt = false;
};

/// What a part of the data is.
enum class DataKind { Mnist, Strokes, Photographed, Pictures, Synthetic, Samples, NoDigits };

struct DataPart {
    DataKind kind = DataKind::Mnist;
    std::size_t count = 0;

    friend bool operator==(const DataPart&, const DataPart&) = default;
};

struct TrainingData {
    Dataset training;
    Dataset test; ///< empty where there is none
    bool syntheticTest = false;
    /// Own samples, to be tested by themselves beside `test`: those that were kept aside; where
    /// there are too few for that, those that are learnt from. Empty where `test` has them.
    Dataset own;
    bool ownIsLearnt = false;
    std::string name;                 ///< recorded with the model
    std::vector<DataPart> parts;      ///< of `training`, in their order
    std::vector<Error> unread;        ///< pictures that could not be read, and are left out
    std::vector<std::string> ignored; ///< what else lies in the folder of pictures
};

[[nodiscard]] DataCounts countsOf(const TrainingData& data);

/// A file's or folder's own name: where it lies is nobody's business who is given the model.
[[nodiscard]] std::string ownName(const std::filesystem::path& path);

/// Reads or makes what a run learns from, one source after the other; takes up to a second or so,
/// minutes for a million synthetic digits, and an hour of one core for ten thousand photographed
/// ones. Asked to stop, it gives something that is not whole.
/// Errors: those of readMnistTraining, readLabelledInk, listPictureFolder and readOwnSamples;
/// OutOfMemory.
[[nodiscard]] Result<TrainingData> readTrainingData(
    const DataSources& sources, const TrainingOptions& options, const std::stop_token& stop = {});

} // namespace digitpad
