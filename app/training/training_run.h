// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fine_tuning.h"
#include "app/training_data.h"
#include "core/engine/training.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace digitpad {

/// What a run is asked to do. Synthetic digits are drawn from the seed of the options, too.
struct TrainingRequest {
    DataSources data;
    TrainingOptions options;
    QString checkpointFile{};            ///< where the run is kept while it goes on; empty: nowhere
    QString name{};                      ///< among all runs; empty: the network's and a number
    QString id{};                        ///< likewise: newRunId()
    bool fineTunes = false;              ///< whether it begins, or began, with a model's weights
    std::shared_ptr<const Model> from{}; ///< that model, for a run that begins
};

using TrainingEvent = std::variant<LossPoint, EpochResult>;

/// What came out of a run that was not an error.
struct TrainingOutcome {
    std::shared_ptr<const Model> model; ///< null when it was stopped before it had begun
    bool stopped = false;
    double seconds = 0;
    std::optional<double> testAccuracy;  ///< 0 to 1, of this very model; where there is test data
    std::optional<double> ownAccuracy{}; ///< likewise on TrainingData::own, where that is any
    std::optional<Figures> before{}; ///< of the model that it began with, where it fine-tunes one
    std::optional<Error> failure{};  ///< why it ended early by itself: see TrainingResult
    bool canGoOn = false;            ///< whether Training::goOn() can go on from here
};

/// A run that was kept when the program ended.
struct InterruptedRun {
    int epochsDone = 0;
    int epochs = 0;
};

/// A run as it was told so far: what the chart draws and what is saved as CSV.
struct TrainingRun {
    TrainingRequest request;
    DataCounts counts; ///< none until the data is read
    std::vector<LossPoint> losses;
    std::vector<EpochResult> epochs;

    void add(const TrainingEvent& event);

    /// As the run told it; 0 before it has told anything.
    [[nodiscard]] int batchesPerEpoch() const;
};

/// "Epoch [1/5], Batch [100/938], Loss: 0.4271": the article's line, in every language.
[[nodiscard]] QString logLine(const LossPoint& point);
[[nodiscard]] QString logLine(const EpochResult& result);
/// Of a run that was stopped.
[[nodiscard]] QString stopLine(const TrainingOutcome& outcome);

/// The points as CSV (RFC 4180, C locale, a header line), a row for each loss point and each epoch:
///   epoch          from 1
///   batch          batches done in this epoch
///   step           batches done since the start
///   loss           mean cross entropy in nats of the last 100 batches; empty in an epoch's row
///   epoch_loss     the same over the whole epoch; this and the next two only in an epoch's row
///   test_loss      mean cross entropy in nats over the test data; empty where there is none
///   test_accuracy  0 to 1; empty where there is no test data
[[nodiscard]] QByteArray toCsv(const TrainingRun& run);

} // namespace digitpad
