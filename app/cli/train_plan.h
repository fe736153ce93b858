// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/fine_tuning.h"
#include "app/training_data.h"
#include "core/engine/checkpoint.h"

#include <QCoreApplication>

#include <optional>
#include <string>

namespace digitpad {

inline constexpr Option kPresetOption = {
    "--preset", "NAME",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "A recipe: article (simple-nn, 5 epochs, Adam at 0.001, batches of 64, seed 42), or\n"
        "that of a network that Digitpad carries: simple-nn, or convnet, which learns from\n"
        "12000 drawn digits and 24000 of no digit beside what is named. Other options\n"
        "change it.")};
inline constexpr Option kCheckpointDirOption = {
    "--checkpoint-dir", "DIR",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "Where to keep the run while it goes on, as DIR/training.checkpoint: after every\n"
        "epoch, every 30 seconds, and when it is stopped.")};
inline constexpr Option kCheckpointEveryOption = {
    "--checkpoint-every", "S",
    QT_TRANSLATE_NOOP("CommandLine", "Seconds between two checkpoints, to 86400. Default: 30")};
inline constexpr Option kResumeOption = {
    "--resume", "PLACE",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "A checkpoint, or its folder, to go on from: on the CPU to the same network bit for\n"
        "bit. Data and recipe are the checkpoint's, which is kept up to date. --data, --ink,\n"
        "--pictures and --synthetic say where the same data is now, --epochs and\n"
        "--learning-rate what holds from there on, --device and --threads where it goes on.")};

inline constexpr Option kFromOption = {
    "--from", "MODEL.pth",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "Train this model on instead of a new network, in few epochs. With --samples alone it\n"
        "goes over what it learnt before, too: MNIST where its download is there, else\n"
        "synthetic digits. Prints how it did before and does after.")};

/// What `train` is to do.
struct TrainPlan {
    TrainingOptions options;
    std::optional<Checkpoint> from;
    std::optional<Rehearsal> rehearsal; ///< where it was not named but chosen
    std::string resumedFile;            ///< where that was read
    DataSources sources;
    QString checkpointFile; ///< empty: none is kept
    double checkpointSeconds = 0;
};

/// --from cannot be given together with --preset and --resume: throws UsageError.
void refuseWithFrom(const Arguments& arguments);

/// What the command line asks for; `model` is what --from names. Throws UsageError, also where an
/// option contradicts the checkpoint that is gone on from, or the model. Errors: those of
/// readCheckpointFile; CannotWrite where another run would be lost.
[[nodiscard]] Result<TrainPlan>
planTraining(const Arguments& arguments, const ModelInfo* model = nullptr);

} // namespace digitpad
