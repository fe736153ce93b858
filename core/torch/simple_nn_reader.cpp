// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/simple_nn_reader.h"

#include "core/reading/unit_layout.h"

#include <algorithm>

namespace digitpad {
SimpleNnReader::SimpleNnReader(const Network& network, double mean, double deviation)
    : m_affine(normalising(mean, deviation)),
      m_kernels(unitKernels().front()),
      m_units(tilesFor(network.hiddenUnits))
{
    const float* const numbers = network.flat.data_ptr<float>();
    forEachNumber(
        network.hiddenUnits,
        [this](std::size_t tile) -> UnitNumbers& { return m_units[tile].numbers; },
        [numbers](std::size_t i, float& number) { number = numbers[i]; });
    std::ranges::for_each(m_units, deriveSums);
    std::copy_n(numbers + outputBiasesAt(network.hiddenUnits), kDigits, m_bias.begin());
}

void SimpleNnReader::read(std::span<const Glyph> glyphs, std::span<float> logits) const
{
    std::array<Inked, Glyph::kPixels> inks;
    Tile hidden;
    float* ofGlyph = logits.data();
    for (const Glyph& glyph : glyphs) {
        const std::span<const Inked> listed(
            inks.data(), m_kernels.listInks(glyph, m_affine.scale, inks.data()));
        std::ranges::copy(m_bias, ofGlyph);
        for (const UnitWeights& tile : m_units) {
            m_kernels.computeHidden(tile, m_affine.offset, listed, hidden);
            m_kernels.addLogits(tile, hidden, ofGlyph);
        }
        ofGlyph += kDigits;
    }
}

} // namespace digitpad
