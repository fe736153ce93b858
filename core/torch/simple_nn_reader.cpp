// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/simple_nn_reader.h"

#include "core/torch/unit_layout.h"

#include <algorithm>
#include <cstdint>

namespace digitpad {
namespace {

/// Glyphs that go through a tile's weights while these are in the cache.
constexpr std::size_t kAtOnce = 16;

} // namespace

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
    for (std::size_t first = 0; first < glyphs.size(); first += kAtOnce) {
        readSome(
            glyphs.subspan(first, std::min(kAtOnce, glyphs.size() - first)),
            logits.data() + first * kDigits);
    }
}

void SimpleNnReader::readSome(std::span<const Glyph> glyphs, float* logits) const
{
    std::array<Inked, kAtOnce * Glyph::kPixels> inks; // not initialised: 100 KB for a few
    std::array<std::uint32_t, kAtOnce> counts{};
    std::array<std::uint32_t, Glyph::kPixels> ofPixels{};
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        Inked* const first = inks.data() + i * Glyph::kPixels;
        counts[i] = static_cast<std::uint32_t>(
            m_kernels.listInks(glyphs[i], m_affine.scale, first, ofPixels.data()) - first);
        std::ranges::copy(m_bias, logits + i * kDigits);
    }
    std::array<Tile, kAtOnce> hidden;
    for (const UnitWeights& tile : m_units) {
        m_kernels.computeHidden(
            tile, m_affine.offset,
            {.inks = inks.data(), .counts = counts.data(), .size = glyphs.size()}, hidden.data());
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            m_kernels.addLogits(tile, hidden[i], logits + i * kDigits);
        }
    }
}

} // namespace digitpad
