// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/engine/training.h"
#include "core/torch/training_step.h"

#include <c10/core/Device.h>

#include <vector>

namespace digitpad {

/// A step of any network, with any of the options, on any device: LibTorch's autograd, glyphs
/// varied on the CPU, Adam with decoupled weight decay, the network averaged over the steps.
///
/// On a GPU nothing waits for it: what is sent there lies in page-locked memory, from which it is
/// fetched while the next batch is made ready, and the losses are added up there until takeLoss.
/// Glyphs that are not varied lie there from the start, up to a gigabyte of them.
class AutogradStep final : public TrainingStep {
public:
    /// `data` must outlive the object.
    AutogradStep(
        const Dataset& data, const TrainingOptions& options, const Network& initial,
        c10::Device device);

    void run(std::span<const std::int64_t> indices, double learningRate) override;
    [[nodiscard]] double takeLoss() override;
    [[nodiscard]] Network network() const override;
    [[nodiscard]] LearningState state() const override;
    void restore(const LearningState& state, std::int64_t steps) override;

private:
    struct Batch {
        at::Tensor glyphs; ///< [n, 784] uint8
        at::Tensor labels; ///< [n] int64
    };
    [[nodiscard]] Batch chosen(std::span<const std::int64_t> indices) const;
    [[nodiscard]] Batch gathered(std::span<const std::int64_t> indices) const;
    [[nodiscard]] at::Tensor hostMemory(at::IntArrayRef sizes, at::ScalarType type) const;
    [[nodiscard]] at::Tensor sent(const at::Tensor& onHost) const;
    void adam(double learningRate);
    void average();

    const Dataset& m_data;
    TrainingOptions m_options;
    Network m_network;
    Network m_gradient;
    std::vector<at::Tensor> m_leaves; ///< m_network's tensors, with m_gradient's as their gradients
    at::Tensor m_gradientMean;        ///< Adam's running mean of the gradient
    at::Tensor m_gradientSquare;      ///< and of its square
    at::Tensor m_average;             ///< of m_network.flat over the steps; undefined without
    Batch m_all;                      ///< of the data, where it is read from there; labels uint8
    at::Tensor m_loss;                ///< one float64
    std::int64_t m_steps = 0;
};

} // namespace digitpad
