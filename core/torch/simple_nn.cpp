// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/simple_nn.h"

#include "core/base/glyph.h"
#include "core/torch/simple_nn_file.h"

#include <ATen/ATen.h>

#include <array>
#include <cmath>
#include <utility>

namespace digitpad {

SimpleNn::SimpleNn(at::Tensor all, std::int64_t hiddenUnits) : flat(std::move(all))
{
    const std::array views{&fc1Weight, &fc1Bias, &fc2Weight, &fc2Bias};
    const auto tensors = simpleNnTensors(hiddenUnits);
    std::int64_t start = 0;
    for (std::size_t i = 0; i < views.size(); ++i) {
        const auto view = flat.narrow(0, start, c10::multiply_integers(tensors[i].shape));
        start += view.numel();
        *views[i] = view.view(tensors[i].shape);
    }
}

SimpleNn initialSimpleNn(std::int64_t hiddenUnits, at::Generator& random)
{
    SimpleNn network(at::empty({simpleNnParameters(hiddenUnits)}, at::kFloat), hiddenUnits);
    const auto draw = [&random](const at::Tensor& weight, const at::Tensor& bias) {
        const double inputs = std::sqrt(static_cast<double>(weight.size(1)));
        // kaiming_uniform_ with a = sqrt(5), rounded where Python rounds; in the end 1 / inputs.
        const double bound = std::sqrt(3.0) * (std::sqrt(2.0 / 6.0) / inputs);
        weight.uniform_(-bound, bound, random);
        bias.uniform_(-1 / inputs, 1 / inputs, random);
    };
    draw(network.fc1Weight, network.fc1Bias);
    draw(network.fc2Weight, network.fc2Bias);
    return network;
}

void normalise(const at::Tensor& bytes, double mean, double deviation, at::Tensor& out)
{
    out.copy_(bytes).div_(255).sub_(mean).div_(deviation);
}

} // namespace digitpad
