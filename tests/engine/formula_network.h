// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"
#include "core/reading/network_file.h"

#include <cmath>
#include <cstdlib>
#include <string_view>

namespace digitpad::tests {

/// A tensor of a network as make_inside.py makes it: number k of n looks as if drawn from -1 to 1,
/// scaled for what it is.
inline void appendDrawn(std::vector<float>& numbers, const NetworkTensor& tensor)
{
    double count = 1;
    for (const std::int64_t size : tensor.shape) {
        count *= static_cast<double>(size);
    }
    const auto scaled = [&](double number) {
        if (tensor.shape.size() > 1) {
            return number * std::sqrt(6 * static_cast<double>(tensor.shape[0]) / count);
        }
        if (tensor.name.starts_with("norms.") && tensor.name.ends_with(".weight")) {
            return 1 + number / 4;
        }
        return tensor.name.ends_with(".running_var") ? 1 + number / 2 : number / 10;
    };
    for (double k = 0; k < count; ++k) {
        const double wave = 43758.5453 * std::sin(12.9898 * k + count);
        numbers.push_back(static_cast<float>(scaled(2 * (wave - std::floor(wave)) - 1)));
    }
}

/// A network whose numbers come from that formula.
inline NetworkFile formulaNetwork(std::string_view network)
{
    NetworkFile file{.network = std::string(network), .hiddenUnits = 128};
    for (const NetworkTensor& tensor : networkTensors(network, file.hiddenUnits)) {
        appendDrawn(file.numbers, tensor);
    }
    return file;
}

/// The glyph that make_inside.py had Python look at.
inline Glyph ringGlyph()
{
    Glyph glyph;
    for (int y = 0; y < Glyph::kSide; ++y) {
        for (int x = 0; x < Glyph::kSide; ++x) {
            const int offRing = std::abs((x - 14) * (x - 14) + (y - 14) * (y - 14) - 64);
            glyph.set(x, y, static_cast<std::uint8_t>(std::max(0, 255 - 8 * offRing)));
        }
    }
    return glyph;
}

} // namespace digitpad::tests
