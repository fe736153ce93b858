// SPDX-License-Identifier: GPL-3.0-or-later

// The step that trains convnet, against LibTorch's own modules and optimizer.

#include "tests/engine/test_engine.h"

#include <ATen/ATen.h>
#include <gtest/gtest.h>
#include <torch/nn/functional/loss.h>
#include <torch/nn/modules/activation.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/linear.h>
#include <torch/optim/adamw.h>

#include <algorithm>

using namespace digitpad;

namespace {

/// Without what is random beyond the order, and without averaging and calibration.
TrainingOptions plainConvNet()
{
    return {
        .network = "convnet",
        .epochs = 1,
        .batchSize = 16,
        .learningRate = 1e-3,
        .seed = 4,
        .shuffle = false,
        .threads = 1,
        .weightDecay = 0.1,
        .labelSmoothing = 0.1};
}

/// convnet as Python's class has it.
struct ConvNetModule : torch::nn::Module {
    ConvNetModule()
    {
        for (const ConvLayer& layer : kConvLayers) {
            const std::string index = std::to_string(convs.size());
            convs.push_back(register_module(
                "conv" + index, torch::nn::Conv2d(torch::nn::Conv2dOptions(
                                                      layer.inputs, layer.outputs, layer.kernel)
                                                      .stride(layer.stride)
                                                      .padding(layer.padding)
                                                      .bias(false))));
            norms.push_back(register_module("norm" + index, torch::nn::BatchNorm2d(layer.outputs)));
        }
        fc = register_module("fc", torch::nn::Linear(kConvFeatures, kConvOutputs));
    }

    at::Tensor forward(at::Tensor x)
    {
        for (std::size_t i = 0; i < convs.size(); ++i) {
            x = torch::relu(norms[i](convs[i](x)));
        }
        return fc(x.flatten(1));
    }

    /// Its tensors in the order of networkTensors.
    std::vector<at::Tensor> tensors() const
    {
        std::vector<at::Tensor> all;
        for (std::size_t i = 0; i < convs.size(); ++i) {
            all.insert(
                all.end(), {convs[i]->weight, norms[i]->weight, norms[i]->bias,
                            norms[i]->running_mean, norms[i]->running_var});
        }
        all.insert(all.end(), {fc->weight, fc->bias});
        return all;
    }

    void load(const std::vector<float>& numbers)
    {
        const at::NoGradGuard noDerivatives;
        const float* from = numbers.data();
        for (at::Tensor& tensor : tensors()) {
            std::copy_n(from, tensor.numel(), tensor.data_ptr<float>());
            from += tensor.numel();
        }
    }

    std::vector<float> numbers() const
    {
        std::vector<float> all;
        for (const at::Tensor& tensor : tensors()) {
            const auto* first = tensor.data_ptr<float>();
            all.insert(all.end(), first, first + tensor.numel());
        }
        return all;
    }

    std::vector<torch::nn::Conv2d> convs;
    std::vector<torch::nn::BatchNorm2d> norms;
    torch::nn::Linear fc{nullptr};
};

std::vector<float> initialNumbers(const Dataset& data, const TrainingOptions& options)
{
    std::stop_source stopped;
    stopped.request_stop();
    return tests::parametersOf(*tests::trained(data, options, {}, {}, stopped.get_token()).model);
}

} // namespace

TEST(AutogradStep, AgreesWithTorchsModulesAndAdamW)
{
    const Dataset data = syntheticDigits(40, 3); // batches of 16, 16 and 8
    const TrainingOptions options = plainConvNet();
    ConvNetModule reference;
    reference.load(initialNumbers(data, options));

    // Weight decay for what has more than one dimension.
    std::vector<at::Tensor> weights;
    std::vector<at::Tensor> others;
    for (const at::Tensor& parameter : reference.parameters()) {
        (parameter.dim() > 1 ? weights : others).push_back(parameter);
    }
    const auto adamw = [&](double decay) {
        return std::make_unique<torch::optim::AdamWOptions>(
            torch::optim::AdamWOptions(options.learningRate).weight_decay(decay));
    };
    torch::optim::AdamW optimizer(
        std::vector<torch::optim::OptimizerParamGroup>{
            {weights, adamw(options.weightDecay)}, {others, adamw(0)}},
        torch::optim::AdamWOptions(options.learningRate));
    double losses = 0;
    for (const auto& [first, count] : {std::pair{0, 16}, {16, 16}, {32, 8}}) {
        const auto bytes = at::from_blob(
            const_cast<Glyph*>(data.glyphs.data()) + first, {count, 1, 28, 28}, at::kByte);
        const auto labels = at::from_blob(
            const_cast<std::uint8_t*>(data.labels.data()) + first, {count}, at::kByte);
        optimizer.zero_grad();
        const auto loss = torch::nn::functional::cross_entropy(
            reference.forward(
                bytes.to(at::kFloat).div(255).sub(options.mean).div(options.deviation)),
            labels.to(at::kLong),
            torch::nn::functional::CrossEntropyFuncOptions().label_smoothing(
                options.labelSmoothing));
        loss.backward();
        optimizer.step();
        losses += loss.item<double>();
    }

    const TrainingResult ours = tests::trained(data, options);
    EXPECT_NEAR(ours.epochs.front().trainingLoss, losses / 3, 1e-4);
    const std::vector<float> found = tests::parametersOf(*ours.model);
    const std::vector<float> wanted = reference.numbers();
    ASSERT_EQ(found.size(), wanted.size());
    std::size_t far = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        // Adam's first steps have the size of the learning rate whatever the gradient's: where a
        // gradient is rounding alone they may point the other way.
        far += std::abs(found[i] - wanted[i]) > 1e-4 ? 1 : 0;
    }
    EXPECT_LT(static_cast<double>(far), 0.01 * static_cast<double>(found.size()));
}

TEST(AutogradStep, DoesTheArticlesRecipeAsTheFastStepDoes)
{
    const Dataset data = syntheticDigits(100, 3);
    TrainingOptions options{
        .epochs = 1, .batchSize = 48, .seed = 9, .hiddenUnits = 24, .threads = 1};
    const TrainingResult fast = tests::trained(data, options);
    options.labelSmoothing = 1e-9; // which the fast step does not do
    const TrainingResult slow = tests::trained(data, options);
    EXPECT_NEAR(fast.epochs[0].trainingLoss, slow.epochs[0].trainingLoss, 1e-5);
    const auto a = tests::parametersOf(*fast.model);
    const auto b = tests::parametersOf(*slow.model);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        ASSERT_NEAR(a[i], b[i], 1e-5F) << i;
    }
}

TEST(AutogradStep, GivesTheSameBitsForTheSameSeed)
{
    const Dataset data = syntheticDigits(200, 1);
    const auto train = [&](std::uint64_t seed) {
        TrainingOptions options = tests::quickConvNet();
        options.seed = seed;
        return tests::trained(data, options).model->toPth().value();
    };
    EXPECT_EQ(train(1), train(1));
    EXPECT_NE(train(1), train(2));
}

TEST(AutogradStep, KeepsTheMeanOverTheSteps)
{
    const Dataset data = syntheticDigits(64, 1);
    TrainingOptions options = plainConvNet();
    const auto last = tests::parametersOf(*tests::trained(data, options).model);
    options.averaging = 0.999;
    const auto mean = tests::parametersOf(*tests::trained(data, options).model);
    const auto first = initialNumbers(data, options);
    // Between where the run began and where it ended, for nearly every number.
    std::size_t between = 0;
    for (std::size_t i = 0; i < mean.size(); ++i) {
        between += mean[i] >= std::min(first[i], last[i]) - 1e-3F &&
                           mean[i] <= std::max(first[i], last[i]) + 1e-3F
                       ? 1
                       : 0;
    }
    EXPECT_GT(static_cast<double>(between), 0.95 * static_cast<double>(mean.size()));
    EXPECT_NE(mean, last);
}
