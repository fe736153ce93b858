// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/corruption.h"
#include "core/engine/model.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace digitpad {

/// The article's recipe, each part an option. Ranges are checked by Engine::train.
struct TrainingOptions {
    std::string network = "simple-nn"; ///< or "convnet"
    int epochs = 5;                    ///< passes over the training data, 1 to 10,000
    int batchSize = 64;                ///< glyphs a step, 1 to 65,536
    double learningRate = 1e-3;        ///< Adam's step size, above 0, at most 10
    std::uint64_t seed = 42;           ///< of everything random: weights, order, augmentation
    bool shuffle = true;               ///< a new order every epoch
    int hiddenUnits = 128;             ///< width of simple-nn's hidden layer, 1 to 65,536
    double mean = 0.1307;              ///< of MNIST's pixels in 0..1, subtracted from every pixel
    double deviation = 0.3081;         ///< of MNIST's pixels in 0..1, divides every pixel; above 0
    std::string device = "cpu"; ///< "cpu", "cuda:0", ... or "auto": the first GPU, else the CPU
    int threads = 0;            ///< CPU threads, 0 to 1,024; 0 = as many as pay off for a batch

    // What the article's recipe does without.
    Augmentation augmentation{}; ///< how every glyph is varied, anew each time it is used
    /// The learning rate rises over the first twentieth of the run, then falls to zero along half a
    /// cosine (I. Loshchilov, F. Hutter: SGDR, 2017).
    bool schedule = false;
    double weightDecay = 0; ///< decoupled (I. Loshchilov, F. Hutter: AdamW, 2019), 0 to 10
    double labelSmoothing =
        0; ///< part of the target spread evenly (C. Szegedy and others 2016), to 0.9
    /// The network kept is a running mean over the steps with this decay, 0 = the last step's
    /// (B. Polyak, A. Juditsky 1992); 0 to 0.999999.
    double averaging = 0;
    /// Part of the training data that is not learnt from, 0 to 0.5: it calibrates the confidence
    /// (temperature scaling, C. Guo and others 2017) and, for convnet, what counts as a digit.
    double calibration = 0;
};

/// The options that a network is trained with unless told otherwise: "simple-nn" by the article's
/// recipe, "convnet" with everything that makes it read what people really write.
[[nodiscard]] TrainingOptions defaultOptions(const std::string& network);

/// What can be changed while a run goes on. A value out of its range changes nothing.
struct TrainingControls {
    double learningRate = 0; ///< as in TrainingOptions
    int epochs = 0;          ///< from the one at work on, to 10,000

    friend bool operator==(const TrainingControls&, const TrainingControls&) = default;
};

/// A change that was made: where, and what holds from there on.
struct TrainingChange {
    int epoch = 0; ///< from 1: the one at work
    int batch = 0; ///< batches that were done in it
    TrainingControls controls;

    friend bool operator==(const TrainingChange&, const TrainingChange&) = default;
};

/// Where a run is; after every batch.
struct TrainingProgress {
    int epoch = 0; ///< from 1
    int epochs = 0;
    int batch = 0; ///< batches done in this epoch
    int batches = 0;
    double digitsPerSecond = 0; ///< training throughput, evaluation left out
    double secondsLeft = 0;     ///< an estimate
};

/// Mean training loss (cross entropy in nats) of the last 100 batches; after every 100th batch of
/// an epoch, as the article prints it. Where an epoch has fewer batches: of all, after the last
/// one.
struct LossPoint {
    int epoch = 0; ///< from 1
    int epochs = 0;
    int batch = 0; ///< 100, 200, ...; or `batches`
    int batches = 0;
    double loss = 0;

    friend bool operator==(const LossPoint&, const LossPoint&) = default;
};

/// After every epoch.
struct EpochResult {
    int epoch = 0; ///< from 1
    int epochs = 0;
    int batches = 0;
    double trainingLoss = 0;            ///< mean over the epoch's batches
    std::optional<double> testLoss;     ///< mean cross entropy; where there is test data
    std::optional<double> testAccuracy; ///< 0 to 1

    friend bool operator==(const EpochResult&, const EpochResult&) = default;
};

struct Checkpoint;

/// What a run tells and asks while it goes on; each is called on the thread that called
/// Engine::train and may be empty.
struct TrainingCallbacks {
    std::function<void(const TrainingProgress&)> onProgress;
    std::function<void(const LossPoint&)> onLoss;
    std::function<void(const EpochResult&)> onEpoch;
    /// Before every batch, and before a run ends, with what holds so far; it may change that. A run
    /// is paused by not returning from it: that time is not counted.
    std::function<void(TrainingControls&)> beforeBatch{};
    /// After beforeBatch, where it changed something.
    std::function<void(const TrainingChange&)> onChange{};
    /// Before every batch, ahead of beforeBatch: whether to make a checkpoint here. Besides, there
    /// is one after every epoch and where a run was stopped.
    std::function<bool()> wantsCheckpoint{};
    /// Takes a checkpoint, whose `note` is empty. Without it none is made.
    std::function<void(Checkpoint&&)> onCheckpoint{};
};

struct TrainingResult {
    std::shared_ptr<const Model> model; ///< on the device it was trained on
    bool stopped = false;               ///< asked to stop before the last epoch was done
    std::vector<LossPoint> losses;
    std::vector<EpochResult> epochs;
    double seconds = 0; ///< training and evaluation, without pauses
    /// Why it ended early by itself: Diverged. The model is then that of the last epoch, where it
    /// was tested; in the first one, of its last loss point; or what it began with: a checkpoint's,
    /// or that of Engine::fineTune.
    std::optional<Error> failure{};
};

} // namespace digitpad
