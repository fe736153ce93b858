// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/engine/training.h"
#include "core/torch/training_step.h"

#include <vector>

namespace digitpad {

/// A step of the article's recipe on the CPU.
///
/// Written out by hand instead of with autograd and torch::optim: a step of this small network is
/// short, and most of what it costs there is memory that is asked for and given back. Here every
/// buffer is made once, what lies between the matrix products is fused into single passes, and all
/// parameters are updated as one. The formulas are PyTorch's: the numbers agree to rounding.
class SimpleNnStep final : public TrainingStep {
public:
    /// Whether these options, on the CPU, are what this class does.
    [[nodiscard]] static bool does(const TrainingOptions& options);

    /// `data` must outlive the object, and is used where it lies.
    SimpleNnStep(const Dataset& data, const TrainingOptions& options, const Network& initial);

    void run(std::span<const std::int64_t> indices, double learningRate) override;
    [[nodiscard]] double takeLoss() override;
    [[nodiscard]] Network network() const override;

private:
    const Dataset& m_data;
    double m_mean;
    double m_deviation;
    Network m_network;
    Network m_gradient;
    std::vector<float> m_gradientMean;   ///< Adam's running mean of the gradient
    std::vector<float> m_gradientSquare; ///< and of its square
    // What a step computes, a row for every glyph of the batch.
    std::vector<std::uint8_t> m_labels;
    at::Tensor m_pixels;  ///< [n, 784]
    at::Tensor m_hidden;  ///< [n, hidden], after ReLU
    at::Tensor m_dLogits; ///< [n, 10]: the logits, then the loss's derivative by them
    at::Tensor m_dHidden; ///< [n, hidden]
    double m_loss = 0;
    std::int64_t m_steps = 0;
};

} // namespace digitpad
