// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"
#include "core/reading/unit_kernels.h"
#include "core/torch/network.h"

#include <array>
#include <span>
#include <vector>

namespace digitpad {

/// simple-nn's outputs on the CPU, from the ink alone (see unit_kernels.h). Reads on any number of
/// threads at once.
class SimpleNnReader {
public:
    /// network: a simple-nn on the CPU, which is copied.
    SimpleNnReader(const Network& network, double mean, double deviation);

    /// logits [glyphs.size(), 10]: the outputs before the softmax.
    void read(std::span<const Glyph> glyphs, std::span<float> logits) const;

private:
    Affine m_affine; ///< from bytes to pixels
    const UnitKernels& m_kernels;
    std::vector<UnitWeights> m_units;
    std::array<float, kDigits> m_bias{};
};

} // namespace digitpad
