// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/engine/training.h"
#include "core/torch/inked_batch.h"
#include "core/torch/team.h"
#include "core/torch/training_step.h"
#include "core/torch/unit_kernels.h"

#include <array>
#include <vector>

namespace digitpad {

/// A step of the article's recipe on the CPU.
///
/// Written out by hand instead of with autograd and torch::optim: most of a batch is paper, which
/// matrix products would multiply like any other pixel (see unit_kernels.h); every buffer is made
/// once; and a weight is updated while its derivative is still in a register. The formulas are
/// PyTorch's: the numbers agree to rounding.
///
/// Several threads share a step by the hidden units, 64 together: each keeps the weights and
/// moments of its own in its core's cache. They need each other's results only for the inks of the
/// batch and for the loss, for which they share the examples. What is added up, and in which order,
/// does not depend on how many they are.
class SimpleNnStep final : public TrainingStep {
public:
    /// Whether these options, on the CPU, are what this class does.
    [[nodiscard]] static bool does(const TrainingOptions& options);

    /// `data` must outlive the object, and is used where it lies. `threads`: at least 1.
    SimpleNnStep(
        const Dataset& data, const TrainingOptions& options, const Network& initial, int threads);

    void run(std::span<const std::int64_t> indices, double learningRate) override;
    [[nodiscard]] double takeLoss() override;
    [[nodiscard]] Network network() const override;
    [[nodiscard]] LearningState state() const override;
    void restore(const LearningState& state, std::int64_t steps) override;

private:
    // What a part does of a step, one after the other.
    void list(std::span<const std::int64_t> indices, int part);
    void computeHidden(int part);
    void computeLoss(int part);
    void learn(int part);
    void learnBias();

    Tile* hiddenOf(std::size_t tile) { return m_hidden.data() + tile * m_labels.size(); }
    void setWeights(const float* numbers);

    const Dataset& m_data;
    Affine m_affine; ///< from bytes to pixels
    std::int64_t m_hiddenUnits;
    const UnitKernels& m_kernels;
    std::vector<UnitWeights> m_units;
    std::vector<UnitMoments> m_moments;
    // The output's biases, and Adam's running means of their gradient and of its square.
    std::array<float, kDigits> m_bias{};
    std::array<float, kDigits> m_biasMean{};
    std::array<float, kDigits> m_biasSquare{};
    // What a step computes, with room for the largest batch.
    InkedBatch m_inked;
    std::vector<std::uint8_t> m_labels;
    std::vector<Tile> m_hidden;   ///< [tiles, examples]
    std::vector<float> m_dLogits; ///< [examples, 10]: logits, then the loss's derivative by them
    std::vector<float> m_losses;  ///< [examples]
    AdamFactors m_adam{};         ///< of this step
    Team m_team;                  ///< who does it
    double m_loss = 0;
    std::int64_t m_steps = 0;
};

} // namespace digitpad
