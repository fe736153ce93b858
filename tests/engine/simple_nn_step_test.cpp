// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/test_engine.h"

#include <ATen/ATen.h>
#include <gtest/gtest.h>
#include <torch/nn/functional/loss.h>
#include <torch/nn/modules/linear.h>
#include <torch/optim/adam.h>
#include <torch/utils.h>

#include <algorithm>
#include <memory>
#include <vector>

using namespace digitpad;

namespace {

/// The article's network and step with LibTorch's own modules, autograd and optimizer; in double
/// precision, since Adam makes much of the rounding of a derivative that is nearly 0.
class Reference {
public:
    explicit Reference(const TrainingOptions& options) : m_options(options)
    {
        torch::manual_seed(options.seed);
        m_fc1 = torch::nn::Linear(784, options.hiddenUnits);
        m_fc2 = torch::nn::Linear(options.hiddenUnits, 10);
        m_fc1->to(at::kDouble); // the weights drawn as floats
        m_fc2->to(at::kDouble);
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
            bytes.to(at::kDouble).div(255).sub(m_options.mean).div(m_options.deviation);
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
            const at::Tensor rounded = parameter.detach().to(at::kFloat);
            const auto* first = rounded.data_ptr<float>();
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

/// Digits, among them one without ink and one that is inked all over.
Dataset inkedUnevenly(std::size_t count)
{
    Dataset data = syntheticDigits(count, 3);
    data.glyphs[0] = {};
    data.glyphs[1].pixels.fill(200);
    return data;
}

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
    struct Case {
        std::size_t digits; ///< the last batch is mostly a short one
        int batchSize;
        int hiddenUnits;
    };
    for (const Case& one :
         {Case{3, 1, 24},
          {70, 32, 128},
          {100, 48, 24},
          {130, 64, 100},
          {128, 64, 64},
          {300, 256, 65},
          {40, 1000, 128}}) {
        SCOPED_TRACE(one.batchSize);
        // In the data's order.
        const Dataset data = inkedUnevenly(one.digits);
        TrainingOptions options{
            .epochs = 1,
            .batchSize = one.batchSize,
            .seed = 9,
            .shuffle = false,
            .hiddenUnits = one.hiddenUnits};
        Reference reference(options);
        double loss = 0;
        int batches = 0;
        for (std::size_t first = 0; first < data.size();
             first += static_cast<std::size_t>(one.batchSize), ++batches) {
            loss += reference.step(
                data, static_cast<std::int64_t>(first),
                static_cast<std::int64_t>(
                    std::min(data.size() - first, static_cast<std::size_t>(one.batchSize))));
        }
        for (const int threads : {1, 2, 5, 30}) { // of the last some have nothing to do
            options.threads = threads;
            const TrainingResult result = tests::trained(data, options);
            EXPECT_NEAR(result.epochs.at(0).trainingLoss, loss / batches, 1e-5);
            expectNear(tests::parametersOf(*result.model), reference.numbers());
        }
    }
}

TEST(SimpleNnStep, DoesNotDependOnTheNumberOfThreads)
{
    const Dataset data = syntheticDigits(500, 5);
    TrainingOptions options{.epochs = 3, .seed = 11, .hiddenUnits = 200, .threads = 1};
    const TrainingResult alone = tests::trained(data, options);
    for (const int threads : {2, 3, 7}) {
        options.threads = threads;
        const TrainingResult shared = tests::trained(data, options);
        EXPECT_EQ(tests::parametersOf(*shared.model), tests::parametersOf(*alone.model));
        for (std::size_t epoch = 0; epoch < 3; ++epoch) {
            EXPECT_EQ(shared.epochs[epoch].trainingLoss, alone.epochs[epoch].trainingLoss);
        }
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
