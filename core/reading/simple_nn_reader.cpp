// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/simple_nn_reader.h"

#include "core/reading/unit_layout.h"

#include <algorithm>

namespace digitpad {

SimpleNnReader::SimpleNnReader(const NetworkFile& network, const UnitKernels& kernels)
    : m_affine(normalising(network.mean, network.deviation)),
      m_kernels(kernels),
      m_units(tilesFor(network.hiddenUnits))
{
    forEachNumber(
        network.hiddenUnits,
        [this](std::size_t tile) -> UnitNumbers& { return m_units[tile].numbers; },
        [&network](std::size_t i, float& number) { number = network.numbers[i]; });
    std::ranges::for_each(m_units, deriveSums);
    std::ranges::copy(std::span(network.numbers).last(kDigits), m_bias.begin());
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
