// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/engine/training.h"
#include "core/torch/cpu_kernels.h"
#include "core/torch/team.h"
#include "core/torch/training_step.h"

#include <vector>

namespace digitpad {

/// A step of the article's recipe on the CPU.
///
/// Written out by hand instead of with autograd and torch::optim: a step of this small network is
/// short, and most of what it costs there is memory that is asked for and given back. Here every
/// buffer is made once, what lies between the matrix products is fused into single passes, and all
/// parameters are updated as one. The formulas are PyTorch's: the numbers agree to rounding.
///
/// Several threads share a step by the hidden units: each keeps the weights, gradients and moments
/// of its own in its core's cache. They need each other's results only for the loss, for which
/// they share the examples.
class SimpleNnStep final : public TrainingStep {
public:
    /// Whether these options, on the CPU, are what this class does.
    [[nodiscard]] static bool does(const TrainingOptions& options);

    /// Hidden units, or examples of a batch.
    struct Range {
        std::size_t first;
        std::size_t end; ///< excluded

        [[nodiscard]] std::size_t count() const { return end - first; }
    };

    /// `data` must outlive the object, and is used where it lies. `threads`: at least 1.
    SimpleNnStep(
        const Dataset& data, const TrainingOptions& options, const Network& initial, int threads);

    void run(std::span<const std::int64_t> indices, double learningRate) override;
    [[nodiscard]] double takeLoss() override;
    [[nodiscard]] Network network() const override;
    [[nodiscard]] LearningState state() const override;
    void restore(const LearningState& state, std::int64_t steps) override;

private:
    // What a step does, one after the other: each for its share of the batch or of the units.
    void gather(std::span<const std::int64_t> indices, Range examples);
    void computeHidden(Range units);
    void computeLoss(Range examples, int part);
    void learn(Range units, bool outputBias);

    Range shareOf(int part, std::size_t count) const;
    Columns columnsOf(Range units) const;
    void update(const at::Tensor& tensor, std::size_t first, std::size_t count);

    const Dataset& m_data;
    double m_mean;
    double m_deviation;
    Network m_network;
    Network m_gradient;
    std::vector<float> m_gradientMean;   ///< Adam's running mean of the gradient
    std::vector<float> m_gradientSquare; ///< and of its square
    // What a step computes, a row for every example of the batch, and room for the largest batch.
    std::vector<std::uint8_t> m_labels;
    at::Tensor m_pixels;  ///< [n, 784]
    at::Tensor m_hidden;  ///< [n, hidden], after ReLU
    at::Tensor m_dLogits; ///< [n, 10]: the logits, then the loss's derivative by them
    at::Tensor m_dHidden; ///< [n, hidden]
    at::Tensor m_pixelsBuffer;
    at::Tensor m_hiddenBuffer;
    at::Tensor m_dLogitsBuffer;
    at::Tensor m_dHiddenBuffer;
    std::size_t m_batch = 0;      ///< n
    AdamFactors m_adam{};         ///< of this step
    Team m_team;                  ///< who does it
    std::vector<double> m_losses; ///< of the parts of the batch
    double m_loss = 0;
    std::int64_t m_steps = 0;
};

} // namespace digitpad
