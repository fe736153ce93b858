// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/engine/training.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace digitpad {

/// What a run has learnt and needs to learn on. Each vector has the network's numbers in the order
/// of its .pth file, batch norm's running statistics among them; all are finite.
struct LearningState {
    std::vector<float> weights;
    std::vector<float> gradientMean;   ///< Adam's running mean of the gradient
    std::vector<float> gradientSquare; ///< and of its square, from 0
    std::vector<float> average;        ///< of the weights; empty where options.averaging is 0
    double loss = 0;                   ///< sum over the batches that no LossPoint has told yet

    friend bool operator==(const LearningState&, const LearningState&) = default;
};

/// A run between two batches: all that Engine::resume needs beside the data to end where the run
/// would have ended had nothing come between, on the CPU bit for bit. The random state is not in
/// it: the order of an epoch follows from the seed and the number of the epoch, how a glyph is
/// varied from the seed and the number of the step.
struct Checkpoint {
    /// As the run was started; `device` and `threads` are those it computes with, since other ones
    /// sum in another order.
    TrainingOptions options;
    std::string dataName;
    /// How the model was trained that the run began with, as its recipe's "startedFrom" will say;
    /// empty where the run began with drawn weights.
    std::string startedFrom;
    std::int64_t trainingDigits = 0;
    std::int64_t testDigits = 0;
    std::uint64_t trainingFingerprint = 0; ///< of the data: see fingerprint()
    std::uint64_t testFingerprint = 0;
    std::string note;    ///< UTF-8; what the caller wants to find again, such as where the data is
    std::string program; ///< who wrote it: "Digitpad 0.1.0, LibTorch 1.13.0"

    int batches = 0;      ///< of an epoch
    int batch = 0;        ///< done in the epoch after those in `epochs`, 0 to `batches`
    double epochLoss = 0; ///< sum over its batches that some LossPoint has told
    double seconds = 0;   ///< training and evaluation so far
    LearningState state;
    std::vector<LossPoint> losses;
    std::vector<EpochResult> epochs;
    std::vector<TrainingChange> changes;

    /// The learning rate and the number of epochs from here on.
    [[nodiscard]] TrainingControls controls() const;
    /// Whether there is nothing left to do.
    [[nodiscard]] bool isDone() const;
    /// Makes them others from here on.
    void change(const TrainingControls& controls);
};

/// Version 1 of the file, all numbers little-endian:
///
///     0   "digitpad checkpoint\n"
///     20  uint32   1, the version
///     24  uint64   size of the whole file
///     32  uint32   size of the header
///     36  the header: a JSON object with all that is not listed below; "numbers" counts the
///         network's numbers, "losses" the loss points
///         a loss point for each: int32 epoch, epochs, batch; float64 loss
///         float32 weights, gradient means, gradient squares and, where options.averaging is not
///         0, averages
///         uint32   CRC-32 of everything before
///
/// The same checkpoint gives the same bytes.
[[nodiscard]] std::string writeCheckpoint(const Checkpoint& checkpoint);

/// Reads such a file. No byte of it is trusted: sizes, the checksum, the type and range of every
/// entry, and that every number is finite. Whether it fits the data shows Engine::resume.
/// Errors: Empty, Damaged, TooLarge (over 1 GiB), Unsupported (another version).
[[nodiscard]] Result<Checkpoint> readCheckpoint(std::string_view bytes);

} // namespace digitpad
