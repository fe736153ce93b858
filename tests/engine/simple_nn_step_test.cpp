// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/test_engine.h"

#include <ATen/ATen.h>
#include <gtest/gtest.h>
#include <torch/nn/functional/loss.h>
#include <torch/nn/modules/linear.h>
#include <torch/optim/adam.h>
#include <torch/utils.h>

using namespace digitpad;

namespace {

/// The article's network and step with LibTorch's own modules, autograd and optimizer.
class Reference {
public:
    explicit Reference(const TrainingOptions& options) : m_options(options)
    {
        torch::manual_seed(options.seed);
        m_fc1 = torch::nn::Linear(784, options.hiddenUnits);
        m_fc2 = torch::nn::Linear(options.hiddenUnits, 10);
        m_adam = std::make_unique<torch::optim::Adam>(
            parameters(), torch::optim::AdamOptions(options.learningRate));
    }

    double step(const Dataset& data, std::int64_t first, std::int64_t count)
    {
        const auto bytes =
            at::from_blob(const_cast<Glyph*>(data.glyphs.data()) + first, {count, 784}, at::kByte);
        const auto labels = at::from_blob(
            const_cast<std::uint8_t*>(data.labels.data()) + first, {count}, at::kByte);
        const auto input =
            bytes.to(at::kFloat).div(255).sub(m_options.mean).div(m_options.deviation);
        m_adam->zero_grad();
        const auto loss = torch::nn::functional::cross_entropy(
            m_fc2(torch::relu(m_fc1(input))), labels.to(at::kLong));
        loss.backward();
        m_adam->step();
        return loss.item<double>();
    }

    std::vector<float> numbers() const
    {
        std::vector<float> all;
        for (const at::Tensor& parameter : parameters()) {
            const auto* first = parameter.data_ptr<float>();
            all.insert(all.end(), first, first + parameter.numel());
        }
        return all;
    }

private:
    std::vector<at::Tensor> parameters() const
    {
        return {m_fc1->weight, m_fc1->bias, m_fc2->weight, m_fc2->bias};
    }

    TrainingOptions m_options;
    torch::nn::Linear m_fc1{nullptr};
    torch::nn::Linear m_fc2{nullptr};
    std::unique_ptr<torch::optim::Adam> m_adam;
};

void expectNear(const std::vector<float>& found, const std::vector<float>& wanted)
{
    ASSERT_EQ(found.size(), wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        ASSERT_NEAR(found[i], wanted[i], 1e-5F) << i;
    }
}

} // namespace

TEST(SimpleNnStep, AgreesWithAutogradAndTorchsAdam)
{
    // 2 batches of 48 and a last one of 4, in the data's order.
    const Dataset data = syntheticDigits(100, 3);
    TrainingOptions options{
        .epochs = 1,
        .batchSize = 48,
        .learningRate = 2e-3,
        .seed = 9,
        .shuffle = false,
        .hiddenUnits = 24};
    Reference reference(options);
    double loss = 0;
    for (const auto& [first, count] : {std::pair{0, 48}, {48, 48}, {96, 4}}) {
        loss += reference.step(data, first, count);
    }
    for (const int threads : {1, 2, 5, 30}) { // of the last some have nothing to do
        options.threads = threads;
        double ours = 0;
        const TrainingResult result = tests::trained(
            data, options,
            {.onProgress = {}, .onLoss = {}, .onEpoch = [&](const EpochResult& epoch) {
                 ours = epoch.trainingLoss;
             }});
        EXPECT_NEAR(ours, loss / 3, 1e-5);
        expectNear(tests::parametersOf(*result.model), reference.numbers());
    }
}

TEST(SimpleNnStep, StartsFromTheWeightsThatTorchDraws)
{
    std::stop_source stopped;
    stopped.request_stop();
    const TrainingOptions options{.seed = 42, .hiddenUnits = 128, .threads = 1};
    const TrainingResult result =
        tests::trained(syntheticDigits(10, 1), options, {}, {}, stopped.get_token());
    EXPECT_EQ(tests::parametersOf(*result.model), Reference(options).numbers());
}
