// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/engine/training.h"
#include "core/torch/simple_nn.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace digitpad {

/// One step of the article's recipe after the other: forward, cross entropy, gradients, Adam.
///
/// Written out by hand instead of with autograd and torch::optim: a step of this small network is
/// short, and most of what it costs there is memory that is asked for and given back. Here every
/// buffer is made once, and all parameters are updated as one. On the CPU what lies between the
/// matrix products is fused into single passes as well; other devices do it with tensor operations.
/// Both are PyTorch's formulas: the numbers agree to rounding.
///
/// Call it inside c10::InferenceMode.
class SimpleNnStep {
public:
    /// `data` must outlive the object: on the CPU it is used where it lies.
    SimpleNnStep(
        const Dataset& data, const TrainingOptions& options, const SimpleNn& initial,
        c10::Device device);

    /// Learns from one batch. indices: int64 on the device, at most options.batchSize of them.
    void run(const at::Tensor& indices);

    /// The sum of the mean losses of the steps since the last call. Waits for the device.
    [[nodiscard]] double takeLoss();

    [[nodiscard]] const SimpleNn& network() const { return m_network; }

private:
    /// What a step computes, n rows each.
    struct Batch {
        at::Tensor bytes;   ///< [n, 784] uint8
        at::Tensor labels;  ///< [n, 1] int64
        at::Tensor pixels;  ///< [n, 784]
        at::Tensor hidden;  ///< [n, hidden], after ReLU
        at::Tensor logits;  ///< [n, 10], then the logarithms of the softmax
        at::Tensor dLogits; ///< [n, 10]: the loss's derivative by them
        at::Tensor dHidden; ///< [n, hidden]

        [[nodiscard]] Batch first(std::int64_t rows) const;
    };

    void runOnCpu(Batch& batch, const at::Tensor& indices);

    // The same for any device, one tensor operation after the other.
    void gather(Batch& batch, const at::Tensor& indices) const;
    void forward(Batch& batch);
    void backward(Batch& batch);
    void adam();

    std::pair<double, double> adamFactors();

    const Dataset& m_data;
    double m_mean;
    double m_deviation;
    double m_learningRate;
    at::Tensor m_glyphs; ///< [count, 784] uint8
    at::Tensor m_labels; ///< [count, 1] int64
    SimpleNn m_network;
    SimpleNn m_gradient;
    at::Tensor m_gradientMean;   ///< Adam's running mean of the gradient
    at::Tensor m_gradientSquare; ///< and of its square
    at::Tensor m_denominator;
    at::Tensor m_loss; ///< one float64
    double m_cpuLoss = 0;
    std::vector<std::uint8_t> m_cpuLabels; ///< of the batch at work
    std::int64_t m_steps = 0;
    Batch m_batch;
};

} // namespace digitpad
