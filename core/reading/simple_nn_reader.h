// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"
#include "core/reading/network_file.h"
#include "core/reading/unit_kernels.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace digitpad {

/// simple-nn's outputs on the CPU, from the ink alone (see unit_kernels.h). Reads on any number of
/// threads at once.
class SimpleNnReader {
public:
    static constexpr std::size_t kOutputs = kDigits;
    /// How many glyphs take longer than to start a thread.
    static constexpr std::size_t kWorthAThread = 256;

    /// network: a simple-nn. kernels: one of unitKernels().
    explicit SimpleNnReader(
        const NetworkFile& network, const UnitKernels& kernels = unitKernels().front());

    /// logits [glyphs.size(), 10]: the outputs before the softmax.
    void read(std::span<const Glyph> glyphs, std::span<float> logits) const;

private:
    Affine m_affine; ///< from bytes to pixels
    const UnitKernels& m_kernels;
    std::vector<UnitWeights> m_units;
    std::array<float, kDigits> m_bias{};
};

} // namespace digitpad
