// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/engine/training.h"
#include "core/reading/inked_batch.h"
#include "core/reading/unit_kernels.h"
#include "core/torch/team.h"
#include "core/torch/training_step.h"

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
/// moments of its own in its core's cache, and lists the ink for itself, which takes less time than
/// to get it from another core. They need each other's results only for the loss, for which they
/// share the examples. What is added up, and in which order, does not depend on how many they are.
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
    /// From `first` up to and without `end`.
    struct Range {
        std::size_t first;
        std::size_t end;
    };

    // What a part does of a step, one after the other.
    void computeHidden(std::span<const std::int64_t> indices, int part);
    void computeLoss(std::span<const std::int64_t> indices, int part);
    void learn(int part);
    void learnBias();

    [[nodiscard]] Range share(std::size_t count, int part) const;
    Tile* hiddenOf(std::size_t tile) { return m_hidden.data() + tile * m_losses.size(); }
    float* logitsOf(std::size_t tile, std::size_t example)
    {
        return m_logits.data() + (tile * m_losses.size() + example) * kDigits;
    }
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
    std::vector<InkedBatch> m_inked; ///< one for each thread
    std::size_t m_batch = 0;         ///< examples
    std::vector<float> m_losses;     ///< [examples]
    std::vector<Tile> m_hidden;      ///< [tiles, examples]
    std::vector<float> m_logits;     ///< [tiles, examples, 10]: what a tile adds to them
    std::vector<float> m_dLogits;    ///< [examples, 10]: the loss's derivative by the logits
    AdamFactors m_adam{};            ///< of this step
    Team m_team;                     ///< who does it
    double m_loss = 0;
    std::int64_t m_steps = 0;
};

} // namespace digitpad
