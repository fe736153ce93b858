// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/inside.h"

#include <algorithm>

namespace digitpad {

WrittenSum writtenOut(
    std::span<const Layer> layers, const Unit& unit, const Activations& activations,
    std::size_t layer, int row, int column)
{
    const Layer& of = layers[layer];
    const Layer& below = layers[layer - 1];
    const std::vector<float>& given = activations.layers[layer - 1].values;
    WrittenSum written{.inputs = {}, .products = {}, .constant = unit.bias};
    written.inputs.reserve(unit.weights.size());
    written.products.reserve(unit.weights.size());
    const auto look = [&](int input, int y, int x) {
        const float weight = unit.weights[written.products.size()];
        float seen = 0;
        if (y >= 0 && y < below.rows && x >= 0 && x < below.columns) {
            const int at = (input * below.rows + y) * below.columns + x;
            seen = given[static_cast<std::size_t>(at)];
            written.constant -= double{weight} * unit.zero;
            written.sum += double{weight} * seen;
        }
        written.inputs.push_back(seen);
        written.products.push_back(weight * seen);
    };
    for (int input = 0; input < of.inputs; ++input) {
        for (int y = 0; y < of.kernel; ++y) {
            for (int x = 0; x < of.kernel; ++x) {
                look(input, row * of.stride - of.padding + y, column * of.stride - of.padding + x);
            }
        }
    }
    written.sum += written.constant;
    written.value = of.isRectified ? std::max(0.0, written.sum) : written.sum;
    return written;
}

} // namespace digitpad
