// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/engine/checkpoint.h"
#include "core/engine/training.h"
#include "core/reading/network_file.h"
#include "core/torch/run_clock.h"
#include "core/torch/training_order.h"
#include "core/torch/training_step.h"

#include <ATen/core/Generator.h>

#include <array>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace digitpad {

/// A training run: one batch after the other, what is told and asked between them, and how long it
/// takes. What it is given must outlive it.
class TrainingLoop {
public:
    /// `options` have the device and the threads that are computed with; `step` begins with the
    /// first weights, which were drawn from `random`.
    TrainingLoop(
        const Dataset& training, const Dataset& test, const TrainingOptions& options,
        const std::string& dataName, const TrainingCallbacks& callbacks,
        const std::stop_token& stop, at::Generator random, std::unique_ptr<TrainingStep> step);

    /// Before run(): the step's first weights are not drawn but those of a model with this history;
    /// see historyOf().
    void beginWith(std::string history);

    /// Before run(): puts it where a checkpoint that fits was made.
    void goOnFrom(const Checkpoint& from);

    /// Errors: Diverged where there is nothing good to keep; those of evaluate.
    [[nodiscard]] Result<TrainingResult> run();

private:
    Result<void> trainEpochs();
    bool goesOn();
    Result<void> trainEpoch();
    Result<void> askBeforeBatch();
    void askForChanges();
    Result<void> reportLoss();
    Result<void> evaluateEpoch();
    void reportProgress();
    Result<void> saveCheckpoint();
    Error diverged() const;
    int epoch() const { return static_cast<int>(m_result.epochs.size()) + 1; } ///< the one at work
    double digitsDone() const;
    double learningRate() const;
    NetworkFile fileOf(const Network& network, std::string recipe) const;
    std::string recipe(double temperature) const;

    const Dataset& m_training;
    const Dataset& m_test;
    const TrainingOptions& m_options; ///< as the run was started
    TrainingControls m_controls;      ///< what holds now
    std::vector<TrainingChange> m_changes;
    const std::string& m_dataName;
    std::string m_startedFrom; ///< empty where the first weights were drawn
    const TrainingCallbacks& m_callbacks;
    const std::stop_token& m_stop;
    at::Generator m_random;
    std::unique_ptr<TrainingStep> m_step;
    Split m_split;
    int m_batches;
    int m_batch = 0;        ///< done in this epoch
    double m_epochLoss = 0; ///< sum over those of them that were reported
    /// What is kept of a run that diverges.
    std::optional<Network> m_good;
    std::optional<std::array<std::uint64_t, 2>> m_fingerprints; ///< of the data, once needed
    RunClock m_clock;
    double m_digitsBefore = 0; ///< learnt before it went on from a checkpoint
    TrainingResult m_result;
};

} // namespace digitpad
